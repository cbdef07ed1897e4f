package io.paperflow.notifier.outbox;

import io.paperflow.notifier.digest.Composer;
import io.paperflow.notifier.trend.TrendList;
import io.paperflow.notifier.trend.Window;
import io.paperflow.schemas.DeliveredPaper;
import io.paperflow.schemas.FollowMatch;
import io.paperflow.schemas.FollowedEvent;
import io.paperflow.schemas.Rhythm;
import io.paperflow.schemas.Subscription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which papers the next delivery to a subscription tells: what its searches found, the oldest
 * first, and what is trending and was not told before.
 *
 * @param trends what is trending now; empty while that is not known
 */
record Plan(Function<Window, Optional<TrendList>> trends) {

  /** Papers in a delivery; the others are in the next one. */
  static final int MOST_PAPERS = 100;

  static final int TRENDING = 10;

  /** What there is to tell; empty while that is not known. */
  Optional<List<DeliveredPaper>> items(Subscription subscription, Box box) {
    List<DeliveredPaper> items = new ArrayList<>();
    Set<String> chosen = new HashSet<>();
    box.pending().values().stream()
        .sorted(
            Comparator.comparing(FollowMatch::getSeenAt).thenComparing(FollowMatch::getPaperKey))
        .limit(MOST_PAPERS)
        .forEach(
            match -> {
              chosen.add(match.getPaperKey());
              items.add(
                  DeliveredPaper.newBuilder()
                      .setPaperKey(match.getPaperKey())
                      .setEvent(match.getEvent())
                      .setSearches(match.getSearches())
                      .build());
            });
    if (!subscription.getTrending() || subscription.getRhythm() == Rhythm.AT_ONCE) {
      return Optional.of(items);
    }
    Optional<TrendList> known = trends.apply(Delivering.window(subscription.getRhythm()));
    return known.map(
        list -> {
          items.addAll(
              Composer.trending(
                  list,
                  TRENDING,
                  paper -> !chosen.contains(paper) && !box.wasSent(FollowedEvent.TRENDING, paper)));
          return items;
        });
  }
}
