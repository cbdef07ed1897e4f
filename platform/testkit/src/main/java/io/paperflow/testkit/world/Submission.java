package io.paperflow.testkit.world;

import java.time.Instant;
import java.util.List;

/**
 * A submission to a conference on OpenReview.
 *
 * @param conference such as {@code ICLR.cc/2026/Conference}
 * @param number within the conference
 * @param created when it appears
 * @param decided when the decision is published, after which its text can be another
 */
public record Submission(
    String id,
    String conference,
    int number,
    Instant created,
    Instant decided,
    boolean accepted,
    String title,
    List<Author> authors,
    String text,
    String finalText,
    List<String> keywords) {

  /** Whether the decision is out. */
  public boolean isDecided(Instant now) {
    return !decided.isAfter(now);
  }

  /** When it was last changed. */
  public Instant modified(Instant now) {
    return isDecided(now) ? decided : created;
  }

  /** The abstract as it stands at a time. */
  public String text(Instant now) {
    return isDecided(now) ? finalText : text;
  }

  /** Where it stands at a time: submitted, accepted or rejected. */
  public String venueId(Instant now) {
    if (!isDecided(now)) {
      return conference + "/Submission";
    }
    return accepted ? conference : conference + "/Rejected_Submission";
  }
}
