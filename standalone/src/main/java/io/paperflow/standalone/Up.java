package io.paperflow.standalone;

import io.paperflow.embedded.DataDirectory;
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
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts everything and keeps it running. */
@Command(
    name = "up",
    description = {
      "Starts everything on embedded servers and keeps running: ingests the given documents and"
          + " waits for more (./paperflow ingest), or, without documents, reads the enabled sources"
          + " on schedule (./paperflow sources).",
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

  @SuppressWarnings("NullAway.Init") // picocli injects the field.
  Up() {}

  @Override
  public Integer call() throws Refusal {
    long started = System.nanoTime();
    if (once && arguments.isEmpty()) {
      throw Refusal.before("--once needs documents: name files, folders, globs or URLs");
    }
    Documents documents = GivenDocuments.resolve(arguments);
    Given given = Given.in(System.getenv());
    Ports ports =
        Ports.of(httpPort, elasticsearchPort, kafkaPort, given, RandomGenerator.getDefault());
    Progress progress = Progress.standard(System.getenv());
    Signals signals = Signals.interruptingThisThread();
    try (DataDirectory folder = DataDirectory.open(data)) {
      progress.show("starting");
      try (Instance instance = start(folder, ports, given, signals)) {
        return ingest(instance, documents, progress, signals, started);
      }
    } catch (StartFailure e) {
      throw Refusal.before(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw Refusal.failed("data folder " + data + ": " + e.getMessage());
    } catch (InterruptedException e) {
      return Paperflow.OK; // Asked to end before it had begun.
    } finally {
      progress.clear();
      signals.ended();
    }
  }

  private Instance start(DataDirectory folder, Ports ports, Given given, Signals signals)
      throws StartFailure, IOException, Refusal, InterruptedException {
    return Instance.start(folder, ports, given, mode(), signals::ask);
  }

  private Mode mode() {
    return once ? Mode.ONCE : arguments.isEmpty() ? Mode.LIVE : Mode.DOCUMENTS;
  }

  private int ingest(
      Instance instance, Documents documents, Progress progress, Signals signals, long started)
      throws Refusal, InterruptedException {
    try {
      return run(instance, documents, progress, started);
    } catch (InterruptedException | Refusal | RuntimeException e) {
      if (!signals.asked()) {
        throw e;
      }
      // Whatever the interrupt broke off, it was wanted.
      if (instance.failure().isPresent()) {
        throw Refusal.failed(instance.failure().get());
      }
      progress.say("stopping");
      return Paperflow.OK;
    } finally {
      signals.leaveAlone();
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
      if (!arguments.isEmpty()) {
        Fetcher fetcher = services.get(Fetcher.class);
        FetchTally tally = new Ingestion(fetcher, flow, index, progress).run(documents);
        progress.say(tally.toString());
      }
      progress.clear();
      if (!once) {
        instance.address().print(out);
        if (arguments.isEmpty()) {
          out.printf("sources        %s%n", services.enabledSources());
        }
      }
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      Summary summary = new Summary(index.counts(), deadLetters.since(), took);
      out.println(summary);
      out.flush();
      if (!once) {
        new CountDownLatch(1).await(); // Until it is interrupted.
      }
      return summary.exitCode();
    }
  }
}
