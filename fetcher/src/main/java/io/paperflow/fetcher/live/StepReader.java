package io.paperflow.fetcher.live;

import io.paperflow.fetcher.audit.PublishedDays;
import io.paperflow.fetcher.input.DocumentCutter;
import io.paperflow.fetcher.publish.DocumentPublisher;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.http.Web;
import io.paperflow.pipeline.Publisher.PublishException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one step of a source and publishes what it has read. Not thread-safe. */
final class StepReader {

  private static final Logger log = LoggerFactory.getLogger(StepReader.class);

  private final DocumentCutter cutter;
  private final DocumentPublisher publisher;
  private final Journal journal;
  private final SourceMetrics metrics;

  StepReader(
      DocumentCutter cutter, DocumentPublisher publisher, Journal journal, SourceMetrics metrics) {
    this.cutter = cutter;
    this.publisher = publisher;
    this.journal = journal;
    this.metrics = metrics;
  }

  /** A step from the cursor; what it publishes is pending with the publisher afterwards. */
  StepOutcome read(Source source, Cursor cursor, Instant now, Web web) throws InterruptedException {
    Step step;
    try {
      step = source.step(cursor, now, web);
    } catch (RuntimeException | StackOverflowError e) {
      log.warn("{}: a step failed at {}", source.name(), cursor, e);
      return StepOutcome.failed(
          Trouble.lasting("source-failed", source.name() + " at " + cursor + ": " + e));
    }
    return switch (step) {
      case Step.Failed(Trouble trouble) -> StepOutcome.failed(trouble);
      case Step.Read read -> publish(source.name(), read, now);
    };
  }

  private StepOutcome publish(String source, Step.Read read, Instant now)
      throws InterruptedException {
    LiveDocuments documents = new LiveDocuments(publisher);
    try {
      for (Fetched document : read.documents()) {
        publish(source, document, documents, now);
      }
      return new StepOutcome(
          documents.documents(),
          documents.bytes(),
          documents.refused(),
          Optional.of(read),
          Optional.empty());
    } catch (IOException e) {
      return switch (e.getCause()) {
        case InterruptedException cause -> throw cause;
        // What is too large was cut before; nothing can be said about what is noted now.
        case PublishException cause -> throw new IllegalStateException(cause);
        case null, default ->
            new StepOutcome(
                documents.documents(),
                documents.bytes(),
                documents.refused(),
                Optional.empty(),
                Optional.of(Trouble.of(e)));
      };
    } finally {
      read.documents().forEach(StepReader::close);
    }
  }

  private void publish(String source, Fetched document, LiveDocuments documents, Instant now)
      throws IOException, InterruptedException {
    String key = Journal.documentKey(source, document.identity().orElse(document.uri().toString()));
    String fingerprint = document.fingerprint().orElse("");
    documents.begin(key, document.uri());
    if (fingerprint.isEmpty() || !publisher.known(key).fingerprint().equals(fingerprint)) {
      int before = documents.documents();
      read(document, documents);
      if (!fingerprint.isEmpty() && documents.whole()) {
        publisher.whole(key, fingerprint, document.etag());
      }
      if (documents.documents() > before) {
        document.shownAt().ifPresent(shown -> metrics.published(source, shown));
      }
    }
    if (documents.whole()) {
      listed(source, document, now);
    }
  }

  private void read(Fetched document, LiveDocuments documents)
      throws IOException, InterruptedException {
    try {
      cutter.cut(document, documents);
    } catch (RuntimeException | StackOverflowError e) {
      log.warn("{}: could not be cut", document.uri(), e);
      documents.refused(
          document.uri(),
          "format-failed",
          document.uri() + ": could not be cut: " + e,
          new byte[0]);
    }
  }

  private void listed(String source, Fetched document, Instant now) {
    PublishedDays days = journal.days(source);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    document
        .papers()
        .forEach(
            (day, ids) ->
                days.add(day, ids, today)
                    .forEach(piece -> publisher.pend(journal.piece(source, piece))));
  }

  private static void close(Fetched document) {
    try {
      document.content().close();
    } catch (IOException e) {
      log.debug("{}: did not close well", document.uri(), e);
    }
  }
}
