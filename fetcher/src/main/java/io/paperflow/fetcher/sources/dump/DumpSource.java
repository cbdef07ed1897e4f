package io.paperflow.fetcher.sources.dump;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.HostGroup;
import io.paperflow.fetcher.source.Schedule;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.fetcher.sources.page.Cursors;
import io.paperflow.http.Answer;
import io.paperflow.http.Limits;
import io.paperflow.http.Request;
import io.paperflow.http.Validators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads a few large documents, plain or gzip, again when they have changed; looks once a day. */
public final class DumpSource implements Source {

  /** The largest that is known has 5 GB. */
  private static final Limits LIMITS = Limits.STANDARD.whole(Duration.ofHours(12)).bytes(64L << 30);

  private static final String NUMBER = "dump";
  private static final String ETAG = "etag-";
  private static final String MODIFIED = "modified-";

  private final String name;
  private final List<Dump> dumps;

  /** A source of these documents, which are read in their order. */
  public DumpSource(String name, List<Dump> dumps) {
    this.name = name;
    this.dumps = List.copyOf(dumps);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public HostGroup hostGroup() {
    return new HostGroup(name, Duration.ofSeconds(1));
  }

  @Override
  public Schedule schedule() {
    return new Schedule.Every(Duration.ofDays(1));
  }

  @Override
  public Cursor start(Instant now, Optional<LocalDate> since) {
    return Cursor.EMPTY;
  }

  @Override
  public Step step(Cursor cursor, Instant now, io.paperflow.http.Web web)
      throws InterruptedException {
    int number = Math.min(Cursors.number(cursor, NUMBER), dumps.size() - 1);
    boolean more = number + 1 < dumps.size();
    Cursor next = more ? Cursors.with(cursor, NUMBER, number + 1) : cursor.without(NUMBER);
    return switch (dumps.get(number)) {
      case Dump.File(Path path) -> file(path, next, MODIFIED + number, more);
      case Dump.Web(var address) -> {
        Validators known = new Validators(cursor.get(ETAG + number), cursor.get(MODIFIED + number));
        Request request = Request.api(address).unlessMatching(known).within(LIMITS);
        yield switch (web.get(request)) {
          case Answer.Content content ->
              new Step.Read(
                  List.of(Fetched.of(address, content)),
                  seen(next, number, content.validators()),
                  more);
          case Answer.NotModified _ -> new Step.Read(List.of(), next, more);
          case Answer other -> new Step.Failed(Trouble.of(other));
        };
      }
    };
  }

  private static Step file(Path path, Cursor next, String key, boolean more) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      String version = attributes.lastModifiedTime() + " " + attributes.size();
      if (next.get(key).equals(Optional.of(version))) {
        return new Step.Read(List.of(), next, more);
      }
      Fetched document =
          Fetched.of(path.toUri(), Files.newInputStream(path))
              .modifiedAt(attributes.lastModifiedTime().toInstant());
      return new Step.Read(List.of(document), next.with(key, version), more);
    } catch (IOException e) {
      return new Step.Failed(
          Trouble.lasting(
              "unreadable",
              "%s cannot be read (%s): check the path and its permissions"
                  .formatted(path, e.getClass().getSimpleName())));
    }
  }

  private static Cursor seen(Cursor next, int number, Validators said) {
    Cursor tagged =
        said.etag()
            .map(etag -> next.with(ETAG + number, etag))
            .orElseGet(() -> next.without(ETAG + number));
    return said.lastModified()
        .map(time -> tagged.with(MODIFIED + number, time))
        .orElseGet(() -> tagged.without(MODIFIED + number));
  }
}
