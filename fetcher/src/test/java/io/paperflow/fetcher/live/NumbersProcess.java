package io.paperflow.fetcher.live;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.http.Web;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.LeaseLoop;
import io.paperflow.pipeline.LeaseSpec;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** A fetcher that reads {@link Numbers}, in a process of its own. */
final class NumbersProcess implements AutoCloseable {

  static final int LAST = 400;

  private final Process process;

  private NumbersProcess(Process process) {
    this.process = process;
  }

  /** The child's main: bootstrap servers, instance. */
  public static void main(String[] arguments) throws IOException {
    KafkaClients clients = FetcherKafka.clients(arguments[0], arguments[1]);
    try (LeaseLoop loop = loop(clients, new NoWeb(), sources(LAST))) {
      loop.start();
      // Ends with its parent, however that ends.
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    }
  }

  /** Two sources share a host group, two have their own. */
  static List<Numbers> sources(int last) {
    return List.of(
        new Numbers("a", "shared", last),
        new Numbers("b", "shared", last),
        new Numbers("c", "third", last),
        new Numbers("d", "fourth", last));
  }

  static LeaseLoop loop(KafkaClients clients, Web web, List<Numbers> sources) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    InstantSource clock = InstantSource.system();
    SourcesWork work =
        new SourcesWork(
            sources.stream().map(s -> new ConfiguredSource(s, true, s.schedule())).toList(),
            web,
            new NoBudgets(),
            new SourceMetrics(registry, clock),
            clock,
            new Random());
    LeaseSpec spec =
        new LeaseSpec(
            "sources",
            Topics.CURSORS,
            sources.stream().map(Numbers::group).distinct().toList(),
            work,
            List.of(
                new TopicSpec(Topics.RAW, false),
                new TopicSpec(Topics.CURSORS, true),
                new TopicSpec(Topics.AUDITS, true),
                new TopicSpec(Topics.DEAD_LETTERS, false)));
    return LeaseLoop.of(spec, clients, registry, new Random());
  }

  static NumbersProcess start(FetcherKafka kafka, String instance) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            NumbersProcess.class.getName(),
            kafka.bootstrapServers(),
            instance);
    return new NumbersProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .inheritIO()
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start());
  }

  /** As {@code kill -9} does. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
