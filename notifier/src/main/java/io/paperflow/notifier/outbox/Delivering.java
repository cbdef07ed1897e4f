package io.paperflow.notifier.outbox;

import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.query.IndexUnavailableException;
import io.paperflow.notifier.deliver.Courier;
import io.paperflow.notifier.deliver.Handover;
import io.paperflow.notifier.deliver.Parcel;
import io.paperflow.notifier.digest.Composer;
import io.paperflow.notifier.digest.Digest;
import io.paperflow.notifier.trend.TrendList;
import io.paperflow.notifier.trend.Window;
import io.paperflow.schemas.DeliveredPaper;
import io.paperflow.schemas.Rhythm;
import io.paperflow.schemas.Subscription;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Composes a delivery and hands it over. Thread-safe. */
final class Delivering {

  private final Means means;

  Delivering(Means means) {
    this.means = means;
  }

  Handover hand(Attempt attempt, Courier.Note before) throws InterruptedException {
    try {
      Digest digest = digest(attempt);
      return digest.isEmpty()
          ? new Handover.Taken() // All its papers are gone: there is nothing to tell.
          : means
              .courier()
              .hand(
                  new Parcel(attempt.what().getDelivery(), attempt.subscription(), digest), before);
    } catch (IndexUnavailableException e) {
      return new Handover.NotTaken("papers-unavailable", String.valueOf(e.getMessage()), false);
    }
  }

  private Digest digest(Attempt attempt) {
    Map<String, Paper> papers =
        means
            .papers()
            .find(attempt.what().getItems().stream().map(DeliveredPaper::getPaperKey).toList());
    Map<String, String> why = reasons(means.trends(), attempt.subscription());
    return means
        .composer()
        .of(
            attempt.what().getItems(),
            papers,
            why,
            attempt.what().getDue(),
            Optional.of(means.links().manage(attempt.subscription())));
  }

  /** Why the papers rise that are told to a subscription, by their keys. */
  static Map<String, String> reasons(
      Function<Window, Optional<TrendList>> trends, Subscription subscription) {
    return trends.apply(window(subscription.getRhythm())).map(Composer::reasons).orElse(Map.of());
  }

  static Window window(Rhythm rhythm) {
    return rhythm == Rhythm.WEEKLY ? Window.WEEK : Window.DAY;
  }
}
