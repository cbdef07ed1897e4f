package io.paperflow.pipeline;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A copying loop in a process of its own, which can be killed and frozen like a real one. */
final class CopyingProcess implements AutoCloseable {

  private final String instance;
  private final Process process;

  private CopyingProcess(String instance, Process process) {
    this.instance = instance;
    this.process = process;
  }

  /** The child's main. */
  public static void main(String[] arguments) throws IOException {
    KafkaSettings settings = new KafkaSettings(arguments[0], arguments[1], 4, 1, Map.of());
    try (TransformLoop loop =
        new Copying(arguments[2], arguments[3], arguments[4], arguments[5])
            .loop(new KafkaClients(settings, TestKafka.TAKEOVER), new SimpleMeterRegistry())) {
      loop.start();
      // Ends with its parent, however that ends.
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    }
  }

  static CopyingProcess start(TestKafka kafka, Copying copying) throws IOException {
    String instance = kafka.name("process");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx96m",
            "-cp",
            System.getProperty("java.class.path"),
            CopyingProcess.class.getName(),
            kafka.broker().bootstrapServers(),
            instance,
            copying.group(),
            copying.input(),
            copying.output(),
            copying.deadLetters());
    return new CopyingProcess(
        instance,
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .inheritIO()
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start());
  }

  /** Partitions it has, as the broker sees it. */
  int assigned(TestKafka kafka, Copying copying) {
    return kafka.members(copying.group()).entrySet().stream()
        .filter(member -> member.getKey().contains(instance))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IOException("kill -" + name + " failed");
    }
  }

  /** As {@code kill -9} does. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
