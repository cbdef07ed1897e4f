package io.paperflow.indexer.index;

import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.indexer.document.DocumentWriter;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.FailureCategory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Makes one index hold what another does: reads both in the order of their ids and writes or
 * removes where they differ. A pass that finds no difference has compared every document. Not
 * thread-safe.
 */
final class IndexCopy {

  private static final int AT_ONCE = 500;
  private static final int MOST_REQUEST_BYTES = 5 << 20;
  private static final int EXPECTED_DOCUMENT_BYTES = 3 << 10;
  private static final int MOST_TRIES = 60;
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final BigInteger SUMS = BigInteger.ONE.shiftLeft(256);

  private final ElasticsearchHttp http;
  private final String from;
  private final String to;
  private final DocumentWriter documents = new DocumentWriter();
  private final List<BulkItem> waiting = new ArrayList<>();

  /**
   * A copy.
   *
   * @param from an index
   * @param to an alias
   */
  IndexCopy(ElasticsearchHttp http, String from, String to) {
    this.http = http;
    this.from = from;
    this.to = to;
  }

  /**
   * What a pass found.
   *
   * @param papers in the index that is copied
   * @param differences what was written and removed
   * @param hash of all papers of the index that is copied, whatever their order: the sum of the
   *     SHA-256 of each, without the time of writing
   */
  record Pass(long papers, long differences, String hash) {}

  /**
   * One pass over both.
   *
   * @param progress told the papers read so far
   */
  Pass run(LongConsumer progress) throws IOException, InterruptedException {
    IndexScan source = IndexScan.of(http, from);
    IndexScan target = IndexScan.of(http, to);
    Optional<IndexScan.Entry> wanted = source.next();
    Optional<IndexScan.Entry> there = target.next();
    long papers = 0;
    long differences = 0;
    BigInteger hash = BigInteger.ZERO;
    while (wanted.isPresent() || there.isPresent()) {
      int order = order(wanted, there);
      if (order > 0) {
        waiting.add(new Removal(there.orElseThrow().document().id(), Optional.empty()));
        differences++;
      } else {
        IndexScan.Entry paper = wanted.orElseThrow();
        if (order < 0 || !paper.document().equals(there.orElseThrow().document())) {
          waiting.add(new CopiedPaper(paper, documents));
          differences++;
        }
        hash = hash.add(hash(paper)).mod(SUMS);
        papers++;
        progress.accept(papers);
        wanted = source.next();
      }
      if (order >= 0) {
        there = target.next();
      }
      if (waiting.size() == AT_ONCE) {
        write();
      }
    }
    write();
    return new Pass(papers, differences, "%064x".formatted(hash));
  }

  private static int order(Optional<IndexScan.Entry> wanted, Optional<IndexScan.Entry> there) {
    if (wanted.isEmpty()) {
      return 1;
    }
    return there.isEmpty()
        ? -1
        : IndexScan.ORDER.compare(wanted.get().document().id(), there.get().document().id());
  }

  private BigInteger hash(IndexScan.Entry paper) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(EXPECTED_DOCUMENT_BYTES);
    documents.write(paper.document(), Instant.EPOCH, out);
    try {
      return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(out.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void write() throws IOException, InterruptedException {
    List<BulkItem> left = List.copyOf(waiting);
    waiting.clear();
    for (int tries = 0; !left.isEmpty(); tries++) {
      if (tries > 0) {
        Thread.sleep(BETWEEN_TRIES);
      }
      left = refused(left, tries == MOST_TRIES);
    }
  }

  /** Writes; what remains is what Elasticsearch takes later. */
  private List<BulkItem> refused(List<BulkItem> items, boolean isLast)
      throws IOException, InterruptedException {
    BulkBody body = new BulkBody(items.size(), items.size() * EXPECTED_DOCUMENT_BYTES);
    for (BulkItem item : items) {
      body.add(item);
    }
    List<BulkItem> left = new ArrayList<>();
    List<ItemResult> results = BulkRequests.send(http, to, MOST_REQUEST_BYTES, body);
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i) instanceof ItemResult.Failed(Failure failure)) {
        if (isLast
            || failure.category() == FailureCategory.PERMANENT
            || failure.category() == FailureCategory.FATAL) {
          throw new IOException(failure.message());
        }
        left.add(items.get(i));
      }
    }
    return left;
  }
}
