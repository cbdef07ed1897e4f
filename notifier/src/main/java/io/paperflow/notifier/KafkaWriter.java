package io.paperflow.notifier;

import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.Publisher;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.pipeline.TopicSpec;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/** Writes records, all of a call or none. Thread-safe. */
final class KafkaWriter implements AutoCloseable {

  private final ReentrantLock lock = new ReentrantLock();
  private final Publisher publisher;
  private final List<TopicSpec> topics;
  private boolean topicsExist;

  KafkaWriter(KafkaClients clients, String name, List<TopicSpec> topics, RandomGenerator random) {
    this.publisher = new Publisher(clients, name, random);
    this.topics = List.copyOf(topics);
  }

  /** Empty when they are written. */
  Optional<Failure> write(List<Publication> publications) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (!topicsExist) {
        publisher.ensureTopics(topics);
        topicsExist = true;
      }
      publisher.publish(publications);
      return Optional.empty();
    } catch (PublishException | RuntimeException e) {
      // Kafka's trouble, whatever it is called.
      return Optional.of(
          Failure.transientFailure("not-written", "Kafka did not take it: " + e.getMessage()));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    publisher.close();
  }
}
