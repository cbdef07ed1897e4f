package io.paperflow.standalone;

import java.time.Duration;

/**
 * The last line of a run.
 *
 * @param counts what is searchable
 * @param deadLetters dead letters of this run
 * @param took since its start
 */
record Summary(PaperIndex.Counts counts, long deadLetters, Duration took) {

  @Override
  public String toString() {
    return "papers %d, with code %d, links %d, dead letters %d, seconds %d"
        .formatted(
            counts.papers(), counts.withCode(), counts.links(), deadLetters, took.toSeconds());
  }

  int exitCode() {
    return deadLetters == 0 ? Paperflow.OK : Paperflow.DEAD_LETTERS;
  }
}
