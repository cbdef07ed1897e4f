package io.paperflow.fetcher.source;

import io.paperflow.http.Web;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A source that can list what it has, so that what was missed is found and read again. The ids are
 * those which its documents name in {@link Fetched#papers}.
 */
public interface Auditable extends Source {

  /** Where a listing of the recent days begins, as far back as the source adds things late. */
  Cursor audit(Instant now);

  /** Lists on from the cursor; a failure leaves the cursor where it was. */
  Listing list(Cursor cursor, Instant now, Web web) throws InterruptedException;

  /**
   * Where reading again what a day misses begins; {@link #step} ends it with {@code more} false.
   * Empty when it cannot be read again.
   *
   * @param ids what was listed for the day and not published
   */
  default Optional<Cursor> missing(LocalDate day, Set<String> ids) {
    return range(day, day);
  }
}
