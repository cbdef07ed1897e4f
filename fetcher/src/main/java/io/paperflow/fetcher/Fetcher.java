package io.paperflow.fetcher;

import io.paperflow.fetcher.input.DocumentReader;
import io.paperflow.fetcher.input.Documents;
import io.paperflow.fetcher.input.Limits;
import io.paperflow.fetcher.input.Location;
import io.paperflow.formats.Formats;
import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.Codec.UndecodableException;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.Publisher;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.pipeline.TopicReader;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.DocumentState;
import io.paperflow.schemas.RawDocument;
import io.paperflow.schemas.Topics;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Publishes documents to papers.raw; content that was published before is left out. */
@Singleton
public final class Fetcher {

  private static final String NAME = "fetcher";

  private static final List<TopicSpec> TOPICS =
      List.of(
          new TopicSpec(Topics.RAW, false),
          new TopicSpec(Topics.CURSORS, true),
          new TopicSpec(Topics.DEAD_LETTERS, false));

  private final KafkaClients clients;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** A fetcher; nothing is connected yet. */
  public Fetcher(KafkaClients clients, InstantSource clock, RandomGenerator random) {
    this.clients = clients;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Reads documents to their end and publishes them. What cannot be read becomes a dead letter.
   *
   * @param progress told after each part
   * @param said told a line about each dead letter
   * @throws PublishException when Kafka does not take them; what was published is skipped next time
   */
  public FetchTally fetch(Documents documents, Consumer<FetchTally> progress, Consumer<String> said)
      throws PublishException, InterruptedException {
    Codec<DocumentState> states = AvroTopicCodec.of(DocumentState.class);
    Publisher publisher = new Publisher(clients, NAME, random);
    publisher.ensureTopics(TOPICS);
    publisher.takeOver();
    try (DocumentReader reader = new DocumentReader(Formats.standard(), Limits.STANDARD, clock);
        DocumentPublisher published =
            new DocumentPublisher(
                publisher,
                AvroTopicCodec.of(RawDocument.class),
                states,
                published(states),
                clock,
                random)) {
      Publishing publishing = new Publishing(published, progress, said);
      for (Location location : documents.locations()) {
        reader.read(location, publishing);
        publishing.ended();
      }
      published.flush();
      return publishing.tally();
    } catch (IOException e) {
      // The reader refuses documents; only publishing throws.
      if (e.getCause() instanceof PublishException cause) {
        throw cause;
      }
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> published(Codec<DocumentState> states) {
    return new TopicReader(clients)
        .newestByKey(Topics.CURSORS, bytes -> publishedSha256(states, bytes));
  }

  /** An entry that cannot be read is as good as none: its document is published again. */
  private static String publishedSha256(Codec<DocumentState> states, byte[] bytes) {
    try {
      return states.decode(bytes).getSha256();
    } catch (UndecodableException e) {
      return "";
    }
  }
}
