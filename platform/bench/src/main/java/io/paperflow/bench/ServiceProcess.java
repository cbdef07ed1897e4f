package io.paperflow.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service in a JVM of its own, as it is deployed: a small heap and its own main class. */
final class ServiceProcess implements AutoCloseable {

  private static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx176m",
          "-XX:NewRatio=1",
          "-XX:MaxDirectMemorySize=32m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");
  private static final int STOP_SECONDS = 30;

  private final Process process;

  private ServiceProcess(Process process) {
    this.process = process;
  }

  /** The indexer, which serves nothing. */
  static ServiceProcess indexer(String kafka, URI elasticsearch, Path log) throws IOException {
    return start("io.paperflow.indexer.IndexerApplication", kafka, elasticsearch, -1, log);
  }

  /** The search, at a port. */
  static ServiceProcess search(String kafka, URI elasticsearch, int port, Path log)
      throws IOException {
    return start("io.paperflow.search.SearchApplication", kafka, elasticsearch, port, log);
  }

  /**
   * The notifier, which serves nothing.
   *
   * @param following the file of subscriptions
   * @param mailPort of the mail server on loopback
   */
  static ServiceProcess notifier(
      String kafka, URI elasticsearch, Path following, int mailPort, Path log) throws IOException {
    Map<String, String> environment =
        Map.of(
            "PAPERFLOW_ELASTICSEARCH_URIS", elasticsearch.toString(),
            "PAPERFLOW_NOTIFIER_FILE", following.toString(),
            "PAPERFLOW_NOTIFIER_MAIL_HOST", "127.0.0.1",
            "PAPERFLOW_NOTIFIER_MAIL_PORT", Integer.toString(mailPort),
            "PAPERFLOW_NOTIFIER_MAIL_SECURITY", "none");
    return start(
        "io.paperflow.notifier.NotifierApplication",
        kafka,
        environment,
        -1,
        log,
        List.of("-Xmx146m", "-XX:NewRatio=4"));
  }

  /**
   * The fetcher, which serves nothing.
   *
   * @param settings of its sources, as environment variables
   * @param gcLog of its collections
   */
  static ServiceProcess fetcher(String kafka, Map<String, String> settings, GcLog gcLog, Path log)
      throws IOException {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("JDK_JAVA_OPTIONS", gcLog.option());
    return start("io.paperflow.fetcher.FetcherApplication", kafka, environment, -1, log);
  }

  private static ServiceProcess start(
      String main, String kafka, URI elasticsearch, int port, Path log) throws IOException {
    return start(
        main, kafka, Map.of("PAPERFLOW_ELASTICSEARCH_URIS", elasticsearch.toString()), port, log);
  }

  private static ServiceProcess start(
      String main, String kafka, Map<String, String> environment, int port, Path log)
      throws IOException {
    return start(main, kafka, environment, port, log, List.of());
  }

  /** With options of the JVM that go before the usual ones. */
  private static ServiceProcess start(
      String main,
      String kafka,
      Map<String, String> environment,
      int port,
      Path log,
      List<String> options)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(JVM);
    command.addAll(options);
    // Warnings only: what it logs is no part of what is measured.
    command.add("-Dlogback.configurationFile=logback-bench.xml");
    // Of all services on this class path only the one named in the environment runs.
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("PAPERFLOW_KAFKA_BOOTSTRAP_SERVERS", kafka);
    builder.environment().putAll(environment);
    builder.environment().put("MICRONAUT_SERVER_PORT", Integer.toString(port));
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    return new ServiceProcess(builder.start());
  }

  long pid() {
    return process.pid();
  }

  /** What it has used until now. */
  ProcessUse use() throws IOException {
    return ProcessUse.of(process.pid())
        .orElseThrow(() -> new IOException("the service ended by itself: see its log"));
  }

  /** Ends it as a power failure does. */
  void kill() {
    process.destroyForcibly();
  }

  /** Ends it as a rollout does, and returns when it is gone. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
