package io.paperflow.bench;

import io.paperflow.bench.papers.GeneratedPaper;
import io.paperflow.bench.papers.PaperRecords;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.KafkaSettings;
import io.paperflow.pipeline.LoopHeaders;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.Publisher;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.pipeline.TopicSpec;
import io.paperflow.schemas.AvroCodec;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.HeaderNames;
import io.paperflow.schemas.PaperKeys;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What the indexer reads, filled by the benchmark instead of by the services before it. */
final class EnrichedTopic {

  private static final int TRANSACTION = 1_000;
  private static final int PARTITIONS = 8;
  private static final String READER = "indexer";

  private final Workplace workplace;
  private final String bootstrapServers;
  private final PaperRecords records = new PaperRecords();
  private final AvroCodec<EnrichedPaper> codec = AvroCodec.of(EnrichedPaper.class);

  EnrichedTopic(Workplace workplace, String bootstrapServers) {
    this.workplace = workplace;
    this.bootstrapServers = bootstrapServers;
  }

  /** Creates the topic and writes so many papers to it. */
  void fill(int papers) throws IOException {
    KafkaSettings settings = new KafkaSettings(bootstrapServers, "bench", PARTITIONS, 1, Map.of());
    try (Publisher publisher =
        new Publisher(new KafkaClients(settings), "bench", RandomGenerator.getDefault())) {
      publisher.ensureTopics(List.of(new TopicSpec(Topics.ENRICHED, true)));
      for (int from = 0; from < papers; from += TRANSACTION) {
        add(publisher, from, Math.min(papers, from + TRANSACTION));
        workplace.console().show("published " + from + " of " + papers + " papers");
      }
    } catch (PublishException e) {
      throw new IOException(e);
    }
  }

  /**
   * Writes more papers, so many at the beginning of each second, until it is interrupted.
   *
   * @param from number of the first
   */
  void trickle(int from, int eachSecond) throws IOException {
    KafkaSettings settings = new KafkaSettings(bootstrapServers, "bench", PARTITIONS, 1, Map.of());
    try (Publisher publisher =
        new Publisher(new KafkaClients(settings), "bench-trickle", RandomGenerator.getDefault())) {
      int next = from;
      while (!Thread.currentThread().isInterrupted()) {
        long began = System.nanoTime();
        add(publisher, next, next + eachSecond);
        next += eachSecond;
        Thread.sleep(Math.max(0, 1_000 - Duration.ofNanos(System.nanoTime() - began).toMillis()));
      }
    } catch (PublishException e) {
      throw new IOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Writes some papers, changed.
   *
   * @param from number of the first
   * @param to of the one after the last
   */
  void add(int from, int to, UnaryOperator<EnrichedPaper> change) throws IOException {
    KafkaSettings settings = new KafkaSettings(bootstrapServers, "bench", PARTITIONS, 1, Map.of());
    try (Publisher publisher =
        new Publisher(new KafkaClients(settings), "bench-some", RandomGenerator.getDefault())) {
      add(publisher, from, to, change);
    } catch (PublishException e) {
      throw new IOException(e);
    }
  }

  private void add(Publisher publisher, int from, int to) throws IOException, PublishException {
    add(publisher, from, to, UnaryOperator.identity());
  }

  private void add(Publisher publisher, int from, int to, UnaryOperator<EnrichedPaper> change)
      throws IOException, PublishException {
    List<GeneratedPaper> some =
        IntStream.range(from, to).mapToObj(workplace.papers()::paper).toList();
    publisher.publish(
        records.parsed(PaperRecords.snapshot(some)).stream()
            .map(paper -> publication(change.apply(records.enriched(paper))))
            .toList());
  }

  private Publication publication(EnrichedPaper enriched) {
    PaperRecord paper = enriched.getPaper();
    return Publication.of(
        Topics.ENRICHED,
        PaperKeys.messageKey(paper),
        codec.encode(enriched),
        Map.of(
            HeaderNames.SOURCE_TIME, paper.getSourceTime().toString(),
            HeaderNames.FETCHED_AT, paper.getFetchedAt().toString(),
            LoopHeaders.SCHEMA, codec.schemaName()));
  }

  /** Lets the next indexer begin at the beginning; none may be running. */
  void rewind() throws IOException, InterruptedException {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      admin.deleteConsumerGroups(List.of(READER)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw new IOException("the indexer's offsets are not removed", e);
      }
    }
  }
}
