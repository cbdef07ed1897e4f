package io.paperflow.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A paper on a day's list of Hugging Face Daily Papers.
 *
 * @param day whose list it stands on
 * @param submittedAt within that day, often its midnight
 * @param shownAt when the list has it, seldom after the day
 * @param finalVotes what the votes come to after two weeks
 */
public record DailyEntry(
    ArxivPaper paper,
    LocalDate day,
    Instant submittedAt,
    Instant shownAt,
    String submitter,
    int finalVotes,
    int finalComments,
    Optional<DeclaredRepository> repository,
    Optional<String> projectPage,
    Optional<String> organization,
    Optional<String> aiSummary,
    List<String> aiKeywords) {

  /** A vote in three comes on the first day, and so on with the rest. */
  private static final Duration MEAN_WAIT = Duration.ofDays(3);

  /** The title, which a paper has since its first version. */
  public String title() {
    return paper.versions().getFirst().title();
  }

  /** The abstract. */
  public String text() {
    return paper.versions().getFirst().text();
  }

  /** Whether the list has it. */
  public boolean isShown(Instant now) {
    return !shownAt.isAfter(now);
  }

  /** Votes so far. */
  public int votes(Instant now) {
    return grown(finalVotes, now);
  }

  /** Comments so far. */
  public int comments(Instant now) {
    return grown(finalComments, now);
  }

  /** The repository, once somebody has added it. */
  public Optional<DeclaredRepository> repository(Instant now) {
    return repository.filter(r -> !r.addedAt().isAfter(now));
  }

  private int grown(int end, Instant now) {
    double waits = (double) Duration.between(shownAt, now).toSeconds() / MEAN_WAIT.toSeconds();
    return (int) Math.round(end * (1 - Math.exp(-Math.max(0, waits))));
  }
}
