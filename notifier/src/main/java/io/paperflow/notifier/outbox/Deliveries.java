package io.paperflow.notifier.outbox;

import io.paperflow.notifier.trend.TrendList;
import io.paperflow.notifier.trend.Window;
import io.paperflow.pipeline.TopicReader;
import io.paperflow.schemas.DeliveredPaper;
import io.paperflow.schemas.HandedOver;
import io.paperflow.schemas.SentPapers;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was delivered on past days, and what is next. Reads the whole topic for each question.
 * Thread-safe.
 */
public final class Deliveries {

  private final TopicReader reader;
  private final OutboxRecords records = new OutboxRecords();

  /**
   * What is delivered next.
   *
   * @param why of trending papers, by their keys
   */
  public record Next(List<DeliveredPaper> items, Map<String, String> why) {}

  /** Deliveries read with a reader. */
  public Deliveries(TopicReader reader) {
    this.reader = reader;
  }

  /**
   * What was delivered to a subscription on a day, in UTC.
   *
   * @throws RuntimeException when Kafka does not answer
   */
  public List<DeliveredPaper> on(String subscription, LocalDate day) {
    String key = OutboxRecords.SENT + subscription + "/" + day;
    Optional<SentPapers> found =
        Optional.ofNullable(reader.newestByKey(Topics.OUTBOX, key::equals, records::sent).get(key))
            .flatMap(sent -> sent);
    return found.map(SentPapers::getItems).orElse(List.of());
  }

  /**
   * What is being delivered to a subscription, or would be if the next delivery were due now.
   *
   * @param trends what is trending; empty while that is not known
   * @throws RuntimeException when Kafka does not answer
   */
  public Next next(Subscription subscription, Function<Window, Optional<TrendList>> trends) {
    String id = subscription.getId();
    Boxes boxes = new Boxes();
    boxes.begin(
        reader.newestByKey(
            Topics.OUTBOX,
            key ->
                key.equals(OutboxRecords.STATE + id)
                    || key.startsWith(OutboxRecords.SENT + id + "/")
                    || key.startsWith(OutboxRecords.MATCH + id + "/"),
            bytes -> bytes));
    Box box = boxes.of(id);
    List<DeliveredPaper> items =
        box.state()
            .getHandedOver()
            .map(HandedOver::getItems)
            .or(() -> new Plan(trends).items(subscription, box))
            .orElse(List.of());
    return new Next(items, Delivering.reasons(trends, subscription));
  }
}
