package io.paperflow.testkit.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A version of an arXiv paper.
 *
 * @param number from 1
 * @param batch the batch it belongs to, whose day is its OAI datestamp
 * @param shownIn the batch in which it really appears: the same or, when it is late, a later one
 * @param text the abstract
 */
public record ArxivVersion(
    int number,
    Instant submitted,
    LocalDate batch,
    LocalDate shownIn,
    String title,
    String text,
    Optional<String> comments,
    boolean withdrawn) {

  /** When the query API shows it. */
  public Instant announced() {
    return ArxivCalendar.announced(shownIn);
  }

  /** When OAI-PMH shows it. */
  public Instant harvestable() {
    return ArxivCalendar.harvestable(shownIn);
  }

  /** The Eastern day on which the feeds show it. */
  public LocalDate feedDay() {
    return shownIn.plusDays(1);
  }
}
