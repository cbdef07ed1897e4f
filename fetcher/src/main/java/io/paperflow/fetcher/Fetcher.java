package io.paperflow.fetcher;

import io.paperflow.fetcher.input.DocumentReader;
import io.paperflow.fetcher.input.Documents;
import io.paperflow.fetcher.input.Limits;
import io.paperflow.fetcher.input.Location;
import io.paperflow.fetcher.publish.DocumentPublisher;
import io.paperflow.fetcher.publish.Known;
import io.paperflow.fetcher.publish.Target;
import io.paperflow.formats.Formats;
import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.Publisher;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.pipeline.TopicReader;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.DocumentState;
import io.paperflow.schemas.Topics;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Publishes documents to papers.raw; content that was published before is left out. */
@Singleton
public final class Fetcher {

  private static final String NAME = "fetcher";

  /** How an address begins. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

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
    try (Publisher publisher = new Publisher(clients, NAME, random);
        DocumentReader reader = new DocumentReader(Formats.standard(), Limits.STANDARD, clock)) {
      publisher.ensureTopics(TOPICS);
      publisher.takeOver();
      DocumentPublisher published =
          new DocumentPublisher(new GivenTarget(publisher), known(), clock, random);
      Publishing publishing = new Publishing(published, progress, said);
      for (Location location : documents.locations()) {
        reader.read(location, publishing);
        publishing.ended();
      }
      published.flush();
      return publishing.tally();
    } catch (IOException e) {
      // The reader refuses documents; only publishing throws.
      switch (e.getCause()) {
        case PublishException cause -> throw cause;
        case InterruptedException cause -> throw cause;
        case null, default -> throw new UncheckedIOException(e);
      }
    }
  }

  /** What was published of given documents; a source's documents have other keys. */
  private Map<String, Known> known() {
    Codec<DocumentState> states = AvroTopicCodec.of(DocumentState.class);
    return new TopicReader(clients)
        .newestByKey(
            Topics.CURSORS,
            key -> ADDRESS.matcher(key).lookingAt(),
            bytes -> Known.of(states, bytes));
  }

  /** What is given is noted by its address, at the address's own place. */
  private record GivenTarget(Publisher publisher) implements Target {

    @Override
    public Publication placed(Publication note) {
      return note;
    }

    /** A few parts: enough to pay for a commit, little enough to hold and to be read soon. */
    @Override
    public int transactionBytes() {
      return 2 << 20;
    }

    @Override
    public void commit(List<Publication> publications) throws PublishException {
      publisher.publish(publications);
    }
  }
}
