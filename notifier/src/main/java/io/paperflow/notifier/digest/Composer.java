package io.paperflow.notifier.digest;

import io.paperflow.catalogue.page.Words;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.notifier.trend.TrendList;
import io.paperflow.notifier.trend.TrendWords;
import io.paperflow.schemas.DeliveredPaper;
import io.paperflow.schemas.FollowedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes digests. Immutable and thread-safe.
 *
 * @param base where this instance is reached, without a slash at its end
 */
public record Composer(String base) {

  /** What papers are chosen for, in the order of the sections. */
  private static final List<FollowedEvent> SECTIONS =
      List.of(
          FollowedEvent.CODE, FollowedEvent.NEW, FollowedEvent.WITHDRAWN, FollowedEvent.TRENDING);

  /**
   * A digest of chosen papers; those that are not known are left out.
   *
   * @param why of trending papers, by their keys
   */
  public Digest of(
      List<DeliveredPaper> items,
      Map<String, Paper> papers,
      Map<String, String> why,
      Instant at,
      Optional<String> manage) {
    List<DigestSection> sections = new ArrayList<>();
    for (FollowedEvent event : SECTIONS) {
      sections.add(
          new DigestSection(
              heading(event),
              items.stream()
                  .filter(item -> item.getEvent() == event)
                  .flatMap(
                      item ->
                          Optional.ofNullable(papers.get(item.getPaperKey()))
                              .map(paper -> DigestPaper.of(paper, why(item, why), base))
                              .stream())
                  .toList()));
    }
    Digest untitled = new Digest("", Words.day(Words.date(at)), sections, manage);
    return new Digest(title(untitled), untitled.day(), sections, manage);
  }

  /** What is trending, as a digest for everyone. */
  public Digest of(TrendList list, Map<String, Paper> papers, int most) {
    Digest digest =
        of(
            trending(list, most, _ -> true),
            papers,
            reasons(list),
            list.at().minusMillis(1),
            Optional.empty());
    return new Digest(
        "Trending papers, " + digest.day(), digest.day(), digest.sections(), Optional.empty());
  }

  /** The first of a list that pass. */
  public static List<DeliveredPaper> trending(TrendList list, int most, Predicate<String> wanted) {
    return list.trends().stream()
        .filter(trend -> wanted.test(trend.paper()))
        .limit(most)
        .map(
            trend ->
                DeliveredPaper.newBuilder()
                    .setPaperKey(trend.paper())
                    .setEvent(FollowedEvent.TRENDING)
                    .build())
        .toList();
  }

  /** Why the papers of a list rise, by their keys. */
  public static Map<String, String> reasons(TrendList list) {
    return list.trends().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                trend -> trend.paper(), trend -> TrendWords.why(trend, list.window())));
  }

  private static String heading(FollowedEvent event) {
    return switch (event) {
      case CODE -> "Code has appeared";
      case NEW -> "New";
      case WITHDRAWN -> "Withdrawn";
      case TRENDING -> "Trending";
      case UNKNOWN -> "More";
    };
  }

  private static String why(DeliveredPaper item, Map<String, String> trending) {
    if (item.getEvent() == FollowedEvent.TRENDING) {
      return trending.getOrDefault(item.getPaperKey(), "");
    }
    return item.getSearches().isEmpty() ? "" : "found by " + String.join(", ", item.getSearches());
  }

  /** The first paper, and how many follow. */
  private static String title(Digest digest) {
    if (digest.isEmpty()) {
      return "No papers";
    }
    String first = digest.sections().getFirst().papers().getFirst().title();
    int others = digest.size() - 1;
    return others == 0 ? first : first + " and " + others + " more";
  }
}
