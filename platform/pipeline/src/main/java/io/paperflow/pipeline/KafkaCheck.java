package io.paperflow.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Whether Kafka answers. Thread-safe; connects with the first check. */
public final class KafkaCheck implements AutoCloseable {

  private static final int BOUND_MILLIS = 2_000;

  private final KafkaClients clients;
  private Optional<Admin> admin = Optional.empty();

  /** A check; nothing is connected yet. */
  public KafkaCheck(KafkaClients clients) {
    this.clients = clients;
  }

  /** Empty when the brokers answer within 2 s. */
  public Optional<Failure> check() {
    try {
      var options = new DescribeClusterOptions().timeoutMs(BOUND_MILLIS);
      var _ = admin().describeCluster(options).nodes().get(BOUND_MILLIS, TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(unreachable("interrupted"));
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      return Optional.of(unreachable(Thrown.reason(e)));
    }
  }

  private Failure unreachable(String why) {
    return Failure.transientFailure(
        "kafka-unreachable",
        "Kafka at " + clients.settings().bootstrapServers() + " does not answer: " + why);
  }

  private synchronized Admin admin() {
    Admin open = admin.orElseGet(() -> clients.admin("check"));
    admin = Optional.of(open);
    return open;
  }

  @Override
  public synchronized void close() {
    admin.ifPresent(a -> a.close(Duration.ZERO));
  }
}
