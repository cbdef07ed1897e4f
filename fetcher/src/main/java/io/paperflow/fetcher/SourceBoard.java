package io.paperflow.fetcher;

import io.paperflow.fetcher.agenda.Order;
import io.paperflow.fetcher.agenda.Progress;
import io.paperflow.fetcher.agenda.Task;
import io.paperflow.fetcher.agenda.Task.Kind;
import io.paperflow.fetcher.live.ConfiguredSource;
import io.paperflow.fetcher.live.SourceRecords;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.Publisher;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.pipeline.TopicReader;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.pipeline.TopicTail;
import io.paperflow.schemas.SourceAudit;
import io.paperflow.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** The sources of a running instance, seen from outside, and what one may ask of it. */
public final class SourceBoard {

  private static final Duration LOOK = Duration.ofMillis(500);

  private final SourceCatalogue catalogue;
  private final KafkaClients clients;
  private final RandomGenerator random;
  private final SourceRecords records = new SourceRecords();

  /** A board; nothing is connected yet. */
  public SourceBoard(SourceCatalogue catalogue, KafkaClients clients, RandomGenerator random) {
    this.catalogue = catalogue;
    this.clients = clients;
    this.random = random;
  }

  /**
   * How a source is.
   *
   * @param live how far its reading on schedule is, once there was any
   * @param backfill the last thing somebody asked for
   * @param audit what came of the last one
   */
  public record Row(
      ConfiguredSource source,
      Optional<Progress> live,
      Optional<Progress> backfill,
      Optional<SourceAudit> audit) {}

  /** How all sources are. Throws a KafkaException when Kafka does not answer. */
  public List<Row> rows() {
    TopicReader reader = new TopicReader(clients);
    Predicate<String> ofTask = key -> key.indexOf('|') < 0 && key.indexOf('@') < 0;
    Map<String, Optional<Progress>> progress =
        reader.newestByKey(Topics.CURSORS, ofTask, records::progress);
    Map<String, Optional<SourceAudit>> audits =
        reader.newestByKey(Topics.AUDITS, _ -> true, records::audit);
    return catalogue.sources().stream()
        .map(
            source ->
                new Row(
                    source,
                    of(progress, new Task(source.name(), Kind.LIVE)),
                    of(progress, new Task(source.name(), Kind.BACKFILL)),
                    audits.getOrDefault(source.name(), Optional.empty())))
        .toList();
  }

  private static Optional<Progress> of(Map<String, Optional<Progress>> progress, Task task) {
    return progress.getOrDefault(task.key(), Optional.empty());
  }

  /** Told how far an order is. */
  @FunctionalInterface
  public interface Watcher {

    /** Empty while nobody has taken it. Called twice a second. */
    void see(Optional<Progress> progress) throws InterruptedException;
  }

  /**
   * Asks the running instance to read something, and returns when that is done. It goes on when
   * whoever asked goes away.
   */
  public Progress ask(ConfiguredSource source, Order order, Watcher watcher)
      throws PublishException, InterruptedException {
    String group = source.source().hostGroup().name();
    String key = new Task(source.name(), Kind.BACKFILL).key();
    try (Publisher publisher = new Publisher(clients, "order", random)) {
      publisher.ensureTopics(List.of(new TopicSpec(Topics.CURSORS, true)));
      try (TopicTail tail = new TopicTail(clients, Topics.CURSORS, group)) {
        publisher.publish(List.of(records.order(order).placed(group)));
        Optional<Progress> seen = Optional.empty();
        while (seen.filter(progress -> !progress.underWay()).isEmpty()) {
          watcher.see(seen);
          for (Lease.Change change : tail.poll(LOOK)) {
            if (change.key().equals(key)) {
              Optional<Progress> now = records.progress(change.value());
              seen = now.filter(progress -> isOf(progress, order)).isPresent() ? now : seen;
            }
          }
        }
        return seen.orElseThrow();
      }
    }
  }

  private static boolean isOf(Progress progress, Order order) {
    return progress.order().filter(by -> by.id().equals(order.id())).isPresent();
  }
}
