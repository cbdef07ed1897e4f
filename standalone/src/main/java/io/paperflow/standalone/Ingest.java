package io.paperflow.standalone;

import io.paperflow.fetcher.Fetcher;
import io.paperflow.fetcher.input.Documents;
import io.paperflow.pipeline.Flow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ingests documents into a running instance. */
@Command(
    name = "ingest",
    description = "Ingests documents into a running instance; returns when they are searchable.",
    mixinStandardHelpOptions = true)
final class Ingest implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH|URL",
      description = "Files, folders, globs and URLs; the format is recognised.")
  private List<String> arguments = List.of();

  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli injects the field.
  Ingest() {}

  @Override
  public Integer call() throws Refusal, InterruptedException {
    long started = System.nanoTime();
    Documents documents = GivenDocuments.resolve(arguments);
    Address address = data.address();
    try (Services outside = Services.outside(address, "ingest");
        Flow flow = new Flow(outside.kafka())) {
      requireRunning(flow, address);
      DeadLetterTopic deadLetters = DeadLetterTopic.from(flow, outside.kafka());
      PaperIndex index = outside.index();
      Progress progress = Progress.standard(System.getenv());
      new Ingestion(outside.get(Fetcher.class), flow, index, progress).run(documents);
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      Summary summary = new Summary(index.counts(), deadLetters.since(), took);
      spec.commandLine().getOut().println(summary);
      return summary.exitCode();
    }
  }

  private static void requireRunning(Flow flow, Address address) throws Refusal {
    try {
      var _ = flow.end(Stage.PARSE.topic());
    } catch (KafkaException e) {
      throw Refusal.failed(
          "no instance answers at " + address.kafka() + ": start one with ./paperflow up");
    }
  }
}
