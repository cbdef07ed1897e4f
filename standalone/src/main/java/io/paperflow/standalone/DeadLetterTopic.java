package io.paperflow.standalone;

import io.paperflow.pipeline.DeadLetter;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.TopicReader;
import io.paperflow.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** The dead letters of an instance. */
final class DeadLetterTopic {

  private DeadLetterTopic() {}

  static long count(KafkaClients clients) {
    AtomicLong count = new AtomicLong();
    new TopicReader(clients).deadLetters(Topics.DEAD_LETTERS, letter -> count.incrementAndGet());
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
