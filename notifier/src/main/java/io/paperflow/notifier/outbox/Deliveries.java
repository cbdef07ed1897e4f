package io.paperflow.notifier.outbox;

import io.paperflow.pipeline.TopicReader;
import io.paperflow.schemas.DeliveredPaper;
import io.paperflow.schemas.SentPapers;
import io.paperflow.schemas.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was delivered on past days. Reads the whole topic for each question. Thread-safe. */
public final class SentHistory {

  private final TopicReader reader;
  private final OutboxRecords records = new OutboxRecords();

  /** History read with a reader. */
  public SentHistory(TopicReader reader) {
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
}
