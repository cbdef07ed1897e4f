package io.paperflow.standalone;

import io.paperflow.embedded.StartFailure;
import io.paperflow.fetcher.FetchTally;
import io.paperflow.fetcher.Fetcher;
import io.paperflow.fetcher.input.Documents;
import io.paperflow.pipeline.Flow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts everything and keeps it running. */
@Command(
    name = "up",
    description = {
      "Starts everything on embedded servers and keeps running: ingests the given documents, then"
          + " waits for more (./paperflow ingest).",
      "A second start on the same data goes on where the first stopped. Kafka or Elasticsearch is"
          + " not started when PAPERFLOW_KAFKA_BOOTSTRAP_SERVERS or PAPERFLOW_ELASTICSEARCH_URIS"
          + " names one."
    },
    mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH|URL",
      description = "Files, folders, globs and URLs; the format is recognised.")
  private List<String> arguments = List.of();

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Web page and API; 0 picks a free one (default: ${DEFAULT-VALUE}).")
  private int httpPort;

  @Option(
      names = "--elasticsearch-port",
      paramLabel = "PORT",
      defaultValue = "9200",
      description = "Elasticsearch; 0 picks a free one (default: ${DEFAULT-VALUE}).")
  private int elasticsearchPort;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "Kafka; 0 picks a free one (default: ${DEFAULT-VALUE}).")
  private int kafkaPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Folder of all data (default: ./data).")
  private Path data = Path.of("data");

  @Option(
      names = "--once",
      description = "Stop when all given documents are searchable (exit 3 with dead letters).")
  private boolean once;

  @Spec private CommandSpec spec;

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  @SuppressWarnings("NullAway.Init") // picocli injects the field.
  Up() {}

  @Override
  public Integer call() throws Refusal, InterruptedException {
    long started = System.nanoTime();
    for (int port : List.of(httpPort, elasticsearchPort, kafkaPort)) {
      if (port < 0 || port > 65_535) {
        throw Refusal.before("port " + port + " is not between 0 and 65535");
      }
    }
    if (once && arguments.isEmpty()) {
      throw Refusal.before("--once needs documents: name files, folders, globs or URLs");
    }
    Documents documents = GivenDocuments.resolve(arguments);
    // A signal ends the work below in order, and the process only then.
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopInOrder, "stop"));
    Progress progress = Progress.standard(System.getenv());
    progress.show("starting Kafka and Elasticsearch");
    try (Instance instance =
        Instance.start(data, httpPort, elasticsearchPort, kafkaPort, stop::countDown)) {
      return run(instance, documents, progress, started);
    } catch (StartFailure e) {
      throw Refusal.before(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw Refusal.failed("data folder " + data + ": " + e.getMessage());
    } finally {
      ended.countDown();
    }
  }

  private int run(Instance instance, Documents documents, Progress progress, long started)
      throws Refusal, InterruptedException {
    var out = spec.commandLine().getOut();
    Services services = instance.services();
    try (Flow flow = new Flow(services.kafka())) {
      DeadLetterTopic deadLetters = DeadLetterTopic.from(flow, services.kafka());
      PaperIndex index = services.index();
      FirstPaper.watch(index, started, progress);
      int exitCode = Paperflow.OK;
      if (!arguments.isEmpty()) {
        Fetcher fetcher = services.get(Fetcher.class);
        FetchTally tally =
            new Ingestion(fetcher, flow, index, progress, this::stopping).run(documents);
        progress.say(tally.toString());
      }
      if (!once) {
        progress.clear();
        instance.address().print(out);
      }
      Summary summary = summary(index, deadLetters, started);
      exitCode = summary.exitCode();
      out.println(summary);
      out.flush();
      if (once) {
        return exitCode;
      }
      stop.await();
      progress.say("stopping");
      return instance.failure().map(_ -> Paperflow.FAILED).orElse(Paperflow.OK);
    }
  }

  private static Summary summary(PaperIndex index, DeadLetterTopic deadLetters, long started)
      throws Refusal {
    return new Summary(
        index.counts(), deadLetters.since(), Duration.ofNanos(System.nanoTime() - started));
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }

  private void stopInOrder() {
    stop.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
