package io.paperflow.notifier.signal;

import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Outcome;
import io.paperflow.pipeline.Outcome.Output;
import io.paperflow.pipeline.Transform;
import io.paperflow.schemas.RepositoryFacts;
import io.paperflow.schemas.Signal;
import io.paperflow.schemas.SignalSubject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many stars repositories have. Immutable and thread-safe. */
public final class StarsStep implements Transform<RepositoryFacts, Signal> {

  private static final String FORGE = "forge";

  /** The step. */
  public StarsStep() {}

  @Override
  public Outcome<Signal> apply(Delivery<RepositoryFacts> input) {
    RepositoryFacts facts = input.value();
    Optional<Integer> stars = facts.getStars();
    Optional<Instant> created = facts.getCreatedAt();
    return new Outcome.Transformed<>(
        stars.filter(_ -> facts.getFound()).stream()
            .map(count -> signal(facts, count, created))
            .map(signal -> new Output<>(signal.getSubject(), signal.getSubject(), signal, Map.of()))
            .toList(),
        List.of());
  }

  private static Signal signal(RepositoryFacts facts, int stars, Optional<Instant> created) {
    Signal.Builder signal =
        Signal.newBuilder()
            .setSubject(Repositories.subject(facts.getUrl()))
            .setAbout(SignalSubject.REPOSITORY)
            .setSource(FORGE)
            .setObservedAt(facts.getCheckedAt())
            .setStars(stars);
    created.ifPresent(signal::setSince);
    return signal.build();
  }
}
