package io.paperflow.indexer;

import io.paperflow.indexer.index.Appearances;
import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.LoopHeaders;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.Publisher;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.CodeAppeared;
import io.paperflow.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/** Tells on {@link Topics#CODE_APPEARED} that papers have code now. Thread-safe. */
final class KafkaAppearances implements Appearances, AutoCloseable {

  private static final String NAME = "indexer-appearances";

  private final Codec<CodeAppeared> codec = AvroTopicCodec.of(CodeAppeared.class);
  private final ReentrantLock lock = new ReentrantLock();
  private final Publisher publisher;
  private boolean topicExists;

  KafkaAppearances(KafkaClients clients, RandomGenerator random) {
    this.publisher = new Publisher(clients, NAME, random);
  }

  @Override
  public Optional<Failure> tell(List<CodeAppeared> appeared) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (!topicExists) {
        publisher.ensureTopics(List.of(new TopicSpec(Topics.CODE_APPEARED, false)));
        topicExists = true;
      }
      publisher.publish(appeared.stream().map(this::publication).toList());
      return Optional.empty();
    } catch (PublishException | RuntimeException e) {
      // Kafka's trouble, whatever it is called: the papers are written when it takes the events.
      return Optional.of(
          Failure.transientFailure(
              "appearance-not-told",
              "%d papers have code now, but %s did not take that: %s"
                  .formatted(appeared.size(), Topics.CODE_APPEARED, e.getMessage())));
    } finally {
      lock.unlock();
    }
  }

  private Publication publication(CodeAppeared event) {
    return Publication.of(
        Topics.CODE_APPEARED,
        event.getPaperKey(),
        codec.encode(event),
        Map.of(LoopHeaders.SCHEMA, codec.schemaName()));
  }

  @Override
  public void close() {
    publisher.close();
  }
}
