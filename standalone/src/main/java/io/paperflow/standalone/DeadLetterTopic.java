package io.paperflow.standalone;

import io.paperflow.pipeline.DeadLetter;
import io.paperflow.pipeline.Flow;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.TopicReader;
import io.paperflow.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** The dead letters of an instance, counted from some moment on. */
final class DeadLetterTopic {

  private final KafkaClients clients;
  private final Flow.Mark mark;

  private DeadLetterTopic(KafkaClients clients, Flow.Mark mark) {
    this.clients = clients;
    this.mark = mark;
  }

  /** The topic with its present end as the moment to count from. */
  static DeadLetterTopic from(Flow flow, KafkaClients clients) {
    return new DeadLetterTopic(clients, flow.end(Topics.DEAD_LETTERS));
  }

  /** Dead letters since that moment. */
  long since() {
    return count(
        clients, letter -> letter.offset() >= mark.offsets().getOrDefault(letter.partition(), 0L));
  }

  /** All dead letters that are kept. */
  static long count(KafkaClients clients) {
    return count(clients, letter -> true);
  }

  private static long count(KafkaClients clients, Predicate<DeadLetter> wanted) {
    AtomicLong count = new AtomicLong();
    new TopicReader(clients)
        .deadLetters(
            Topics.DEAD_LETTERS,
            letter -> {
              if (wanted.test(letter)) {
                count.incrementAndGet();
              }
            });
    return count.get();
  }

  /** Those that are wanted, at most so many of the newest. */
  static List<DeadLetter> newest(KafkaClients clients, Predicate<DeadLetter> wanted, int most) {
    List<DeadLetter> letters = new ArrayList<>();
    new TopicReader(clients)
        .deadLetters(
            Topics.DEAD_LETTERS,
            letter -> {
              if (wanted.test(letter)) {
                letters.add(letter);
                if (letters.size() > most) {
                  letters.removeFirst();
                }
              }
            });
    return letters;
  }
}
