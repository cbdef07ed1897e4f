package io.paperflow.testkit.world;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The submissions to OpenReview's conferences. Immutable.
 *
 * @param submissions all that there will be
 */
public record Submissions(List<Submission> submissions) {

  /** Those that stand at a venue at a time, in order of submission. */
  public List<Submission> shown(String venueId, Instant now) {
    return created(now).filter(s -> s.venueId(now).equals(venueId)).toList();
  }

  /** All of a conference, whatever was decided, in order of submission. */
  public List<Submission> ofConference(String conference, Instant now) {
    return created(now).filter(s -> s.conference().equals(conference)).toList();
  }

  private Stream<Submission> created(Instant now) {
    return submissions.stream().filter(s -> !s.created().isAfter(now));
  }
}
