package io.paperflow.enricher.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.paperflow.enricher.forge.Reply;
import io.paperflow.enricher.page.PageAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * Meters of forges. The gauges of one are there while this instance has its lease, so that the
 * replicas' figures can be added up. Thread-safe.
 */
public final class WatchMetrics {

  private final MeterRegistry registry;
  private final Map<String, List<Meter>> gauges = new ConcurrentHashMap<>();

  /** Meters in a registry. */
  public WatchMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** A forge was asked about a repository. */
  void asked(String forge, Reply reply) {
    String outcome =
        switch (reply) {
          case Reply.Known _ -> "known";
          case Reply.Unchanged _ -> "unchanged";
          case Reply.Gone _ -> "gone";
          case Reply.Refused _ -> "refused";
          case Reply.Later _ -> "later";
        };
    count(forge, outcome);
  }

  /** A page was read. */
  void read(String forge, PageAnswer answer) {
    String outcome =
        switch (answer) {
          case PageAnswer.Offers _ -> "offer";
          case PageAnswer.NoOffer _ -> "no-offer";
          case PageAnswer.Unreadable _ -> "refused";
          case PageAnswer.Later _ -> "later";
        };
    count(forge, outcome);
  }

  private void count(String forge, String outcome) {
    registry
        .counter("paperflow.forge.answers", Tags.of("forge", forge, "outcome", outcome))
        .increment();
  }

  /** This instance has the lease of a forge. */
  void watch(String forge, IntSupplier repositories, IntSupplier tasks) {
    gauges.put(
        forge,
        List.of(
            gauge(
                forge,
                "paperflow.forge.repositories",
                "Repositories that papers name",
                repositories),
            gauge(forge, "paperflow.forge.tasks", "Looks that are planned", tasks)));
  }

  private Meter gauge(String forge, String name, String what, IntSupplier value) {
    return Gauge.builder(name, value::getAsInt)
        .description(what)
        .tags(Tags.of("forge", forge))
        .register(registry);
  }

  /** This instance has the lease of a forge no more. */
  void gone(String forge) {
    Optional.ofNullable(gauges.remove(forge)).ifPresent(all -> all.forEach(registry::remove));
  }
}
