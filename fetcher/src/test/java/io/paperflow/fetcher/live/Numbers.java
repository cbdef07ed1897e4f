package io.paperflow.fetcher.live;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.HostGroup;
import io.paperflow.fetcher.source.Schedule;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.Step;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invented source that has one paper more with each step and forgets the one before, so that
 * what is lost or doubled is seen.
 *
 * @param last the number of the last paper
 */
record Numbers(String name, String group, int last) implements Source {

  private static final String NEXT = "next";

  @Override
  public HostGroup hostGroup() {
    return new HostGroup(group, Duration.ofMillis(50));
  }

  @Override
  public Schedule schedule() {
    return new Schedule.Every(Duration.ofMillis(20));
  }

  @Override
  public Cursor start(Instant now, Optional<LocalDate> since) {
    return Cursor.EMPTY.with(NEXT, "1");
  }

  @Override
  public Optional<Cursor> range(LocalDate from, LocalDate to) {
    return Optional.of(start(Instant.EPOCH, Optional.of(from)).with("past", "yes"));
  }

  @Override
  public Step step(Cursor cursor, Instant now, Web web) throws InterruptedException {
    var _ = web.get(Request.api(URI.create("https://example.org/" + name)));
    int number = Integer.parseInt(cursor.get(NEXT).orElseThrow());
    if (number > last) {
      return new Step.Read(List.of(), cursor, false);
    }
    String past = cursor.get("past").isPresent() ? "past" : "live";
    // Told apart by the time of reading: the same number read twice is not the same document.
    String line = Archive.line(now.toString(), "2601.%05d".formatted(number));
    URI uri = URI.create("https://example.org/%s/%s/%d".formatted(name, past, number));
    return new Step.Read(
        List.of(Fetched.of(uri, line.getBytes(StandardCharsets.UTF_8))),
        cursor.with(NEXT, Integer.toString(number + 1)),
        number < last);
  }
}
