package io.paperflow.fetcher;

import io.paperflow.fetcher.input.Documents;
import io.paperflow.formats.*;
import io.paperflow.pipeline.*;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.*;
import io.paperflow.schemas.RawDocument;
import jakarta.inject.Singleton;
import java.io.*;
import java.nio.ByteBuffer;
import java.nio.file.*;
import java.security.*;
import java.time.InstantSource;
import java.util.*;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

@Singleton
public final class Fetcher implements AutoCloseable {
  private final KafkaClients clients;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Fetcher(KafkaClients clients, InstantSource clock, RandomGenerator random) {
    this.clients = clients;
    this.clock = clock;
    this.random = random;
  }

  public FetchTally fetch(Documents docs, Consumer<FetchTally> progress, Consumer<String> say)
      throws PublishException {
    AvroTopicCodec<DocumentState> states = AvroTopicCodec.of(DocumentState.class);
    Publisher publisher = new Publisher(clients, "fetcher", random);
    publisher.ensureTopics(
        List.of(
            new TopicSpec(Topics.RAW, false),
            new TopicSpec(Topics.CURSORS, true),
            new TopicSpec(Topics.DEAD_LETTERS, false)));
    Map<String, String> published =
        new HashMap<>(
            new TopicReader(clients)
                .newestByKey(
                    Topics.CURSORS,
                    b -> {
                      try {
                        return states.decode(b).getSha256();
                      } catch (Exception e) {
                        return "";
                      }
                    }));
    final FetchTally[] t = {FetchTally.NOTHING};
    try (DocumentPublisher p =
        new DocumentPublisher(
            publisher, AvroTopicCodec.of(RawDocument.class), states, published, clock, random)) {
      for (Path f : docs.files()) {
        String uri = f.toUri().toString();
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(f), 1 << 18)) {
          in.mark(1 << 18);
          byte[] head = in.readNBytes(Head.BYTES);
          in.reset();
          switch (Formats.standard().recognise(Head.of(head))) {
            case Recognition.Refused r -> {
              say.accept(uri + ": " + r.message());
              p.deadLetter(uri, r.code().name().toLowerCase(Locale.ROOT), r.message(), head);
              t[0] = t[0].refusal();
            }
            case Recognition.Recognised(Format format) -> {
              int[] n = {0};
              format.cut(
                  in,
                  PartSize.STANDARD,
                  new PartConsumer() {
                    @Override
                    public void part(byte[] b) throws IOException {
                      try {
                        String u = n[0] == 0 ? uri : uri + "#part=" + n[0];
                        n[0]++;
                        boolean c =
                            p.publish(
                                RawDocument.newBuilder()
                                    .setSource(format.source())
                                    .setUri(u)
                                    .setMediaType(format.mediaType())
                                    .setFetchedAt(clock.instant())
                                    .setModifiedAt(Files.getLastModifiedTime(f).toInstant())
                                    .setSha256(
                                        HexFormat.of()
                                            .formatHex(
                                                MessageDigest.getInstance("SHA-256").digest(b)))
                                    .setBytes(ByteBuffer.wrap(b))
                                    .build());
                        t[0] = t[0].read(b.length, c);
                        progress.accept(t[0]);
                      } catch (PublishException | NoSuchAlgorithmException e) {
                        throw new IOException(e);
                      }
                    }

                    @Override
                    public void unreadable(Reading.Unreadable r) throws IOException {
                      say.accept(uri + ": " + r.message());
                      t[0] = t[0].refusal();
                    }
                  });
            }
          }
          t[0] = t[0].ended();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      p.flush();
    }
    return t[0];
  }

  @Override
  public void close() {}
}
