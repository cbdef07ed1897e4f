package io.paperflow.fetcher.live;

import io.paperflow.fetcher.input.DocumentCutter;
import io.paperflow.fetcher.input.Limits;
import io.paperflow.fetcher.input.RawDocuments;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.formats.Formats;
import io.paperflow.formats.Reading;
import io.paperflow.http.Web;
import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** One pass of a source that tells what would be published, without Kafka. */
public final class DryRun {

  private static final int TRIES = 5;

  private final Source source;
  private final Web web;
  private final InstantSource clock;
  private final Retry retry;
  private final Consumer<String> out;
  private final Formats formats = Formats.standard();
  private final DocumentCutter cutter;

  /**
   * A dry run.
   *
   * @param out told one line for each document
   */
  public DryRun(
      Source source, Web web, InstantSource clock, RandomGenerator random, Consumer<String> out) {
    this.source = source;
    this.web = web;
    this.clock = clock;
    this.retry = new Retry(random);
    this.out = out;
    this.cutter = new DocumentCutter(formats, Limits.STANDARD, clock);
  }

  /** Reads from the cursor to the end of the pass; returns why that did not work, if it did not. */
  public Optional<Trouble> run(Cursor from) throws InterruptedException {
    Cursor cursor = from;
    int failures = 0;
    while (true) {
      switch (step(cursor)) {
        case Step.Read read -> {
          cursor = read.next();
          failures = 0;
          if (!read.more()) {
            return Optional.empty();
          }
        }
        case Step.Failed(Trouble trouble) -> {
          failures++;
          if (trouble.cause() == Trouble.Cause.PERMANENT || failures == TRIES) {
            return Optional.of(trouble);
          }
          await(trouble, failures);
        }
      }
    }
  }

  private void await(Trouble trouble, int failures) throws InterruptedException {
    Instant now = clock.instant();
    Duration wait = Duration.between(now, retry.after(trouble, failures, now));
    out.accept("%s; tries again in %d s".formatted(trouble.message(), wait.toSeconds()));
    Thread.sleep(wait);
  }

  private Step step(Cursor cursor) throws InterruptedException {
    Step step = source.step(cursor, clock.instant(), web);
    if (step instanceof Step.Read read) {
      try {
        for (Fetched document : read.documents()) {
          cutter.cut(document, new Lines());
        }
      } catch (IOException e) {
        return new Step.Failed(Trouble.of(e));
      }
    }
    return step;
  }

  /** What would be published, a line each. */
  private final class Lines implements RawDocuments {

    @Override
    public void document(RawDocument document) {
      int[] papers = new int[1];
      formats
          .byMediaType(document.getMediaType())
          .ifPresent(
              format ->
                  format.read(
                      document, reading -> papers[0] += reading instanceof Reading.Paper ? 1 : 0));
      out.accept(
          "%s  %s  %d bytes  %d papers"
              .formatted(
                  document.getUri(),
                  document.getMediaType(),
                  document.getBytes().remaining(),
                  papers[0]));
    }

    @Override
    public void unreadable(URI uri, Reading.Unreadable record) {
      out.accept("dead letter: " + uri + ": " + record.message());
    }

    @Override
    public void refused(URI uri, String code, String message, byte[] beginning) {
      out.accept("dead letter: " + message);
    }
  }
}
