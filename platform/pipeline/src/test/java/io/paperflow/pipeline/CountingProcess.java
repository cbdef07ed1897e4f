package io.paperflow.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An instance that counts in a process of its own, which can be killed and frozen. */
final class CountingProcess implements AutoCloseable {

  private final String instance;
  private final Process process;

  private CountingProcess(String instance, Process process) {
    this.instance = instance;
    this.process = process;
  }

  /** The child's main: bootstrap servers, instance, group, topic, leases. */
  public static void main(String[] arguments) throws IOException {
    KafkaSettings settings = new KafkaSettings(arguments[0], arguments[1], 4, 1, Map.of());
    List<String> leases = List.of(arguments).subList(4, arguments.length);
    try (LeaseLoop loop =
        Counting.on(arguments[3])
            .loop(new KafkaClients(settings, TestKafka.TAKEOVER), arguments[2], leases)) {
      loop.start();
      // Ends with its parent, however that ends.
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    }
  }

  static CountingProcess start(TestKafka kafka, String group, String topic, List<String> leases)
      throws IOException {
    String instance = kafka.name("process");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                CountingProcess.class.getName(),
                kafka.broker().bootstrapServers(),
                instance,
                group,
                topic));
    command.addAll(leases);
    return new CountingProcess(
        instance,
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .inheritIO()
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start());
  }

  /** Partitions it has, as the broker sees it. */
  int assigned(TestKafka kafka, String group) {
    return kafka.members(group).entrySet().stream()
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
