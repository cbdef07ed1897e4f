package io.paperflow.testkit.world;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that the sources show in some days. Immutable; what is shown at a time is asked with
 * that time.
 *
 * @param firstDay of UTC; arXiv's papers begin a week before
 */
public record World(
    LocalDate firstDay,
    int days,
    Arxiv arxiv,
    DailyPapers dailyPapers,
    Preprints preprints,
    Submissions submissions,
    Anthology anthology,
    List<ArchivedPaper> archive) {

  /** The conference that takes submissions. */
  public static final String CONFERENCE = "WIDG.cc/2026/Conference";

  private static final int DAYS_BEFORE = 7;

  /** A world that depends on the arguments alone. */
  public static World invented(long seed, LocalDate firstDay, int days, WorldSize size) {
    Dice dice = new Dice(seed);
    List<ArxivPaper> papers =
        new ArxivInvention(dice.split())
            .papers(firstDay.minusDays(DAYS_BEFORE), days + DAYS_BEFORE, size.arxivADay());
    List<ArxivPaper> fresh = papers.stream().filter(p -> isFresh(p, firstDay)).toList();
    return new World(
        firstDay,
        days,
        new Arxiv(papers),
        new DailyPapers(
            new DailyInvention(dice.split()).entries(fresh, firstDay, days, size.dailyADay())),
        new Preprints(
            Stream.of("biorxiv", "medrxiv")
                .flatMap(
                    server ->
                        new PreprintInvention(dice.split(), server)
                            .preprints(firstDay, days, size.preprintsADay()).stream())
                .toList()),
        new Submissions(
            new SubmissionInvention(dice.split())
                .submissions(CONFERENCE, firstDay, days, size.submissionsADay())),
        new Anthology(
            new AnthologyInvention(dice.split()).papers(firstDay, days, size.papersAVolume())),
        new ArchiveInvention(dice.split()).papers(size.archived()));
  }

  private static boolean isFresh(ArxivPaper paper, LocalDate firstDay) {
    return paper.versions().getFirst().batch().getYear() >= firstDay.getYear() - 1;
  }
}
