package io.paperflow.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Invents the versions that a paper has in the course of time. */
final class ArxivVersions {

  private static final double REPLACED = 0.15;
  private static final double WITHDRAWN = 0.02;
  private static final double WITH_CODE = 0.3;
  private static final Duration SOONEST = Duration.ofHours(1);
  private static final Duration LATEST = Duration.ofHours(80);

  private final Dice dice;
  private final Words words;

  ArxivVersions(Dice dice, Words words) {
    this.dice = dice;
    this.words = words;
  }

  /** Those of a paper that appears so many batches late. */
  List<ArxivVersion> ofNew(Instant submitted, int batchesLate) {
    List<ArxivVersion> versions = new ArrayList<>();
    versions.add(first(submitted, batchesLate));
    if (dice.chance(REPLACED)) {
      versions.add(next(versions.getLast(), laterThan(versions.getLast())));
    }
    if (dice.chance(WITHDRAWN)) {
      versions.add(withdrawal(versions.getLast()));
    }
    return List.copyOf(versions);
  }

  /** Those of a paper that is replaced much later. */
  List<ArxivVersion> ofOld(Instant submitted, Instant replaced) {
    ArxivVersion first = first(submitted, 0);
    return List.of(first, next(first, replaced));
  }

  private ArxivVersion first(Instant submitted, int batchesLate) {
    LocalDate batch = ArxivCalendar.batch(submitted);
    LocalDate shownIn = batch;
    for (int i = 0; i < batchesLate; i++) {
      shownIn = ArxivCalendar.next(shownIn);
    }
    Optional<String> code = dice.maybe(WITH_CODE, words::repository);
    boolean inComments = dice.chance(0.5);
    String text = words.sentences(dice.between(3, 8));
    return new ArxivVersion(
        1,
        submitted,
        batch,
        shownIn,
        words.title(),
        code.filter(_ -> !inComments).map(url -> text + " Code: " + url).orElse(text),
        comments(code.filter(_ -> inComments)),
        false);
  }

  private ArxivVersion next(ArxivVersion before, Instant submitted) {
    LocalDate batch = ArxivCalendar.batch(submitted);
    return new ArxivVersion(
        before.number() + 1,
        submitted,
        batch,
        batch,
        dice.chance(0.2) ? words.title() : before.title(),
        before.text() + " " + words.sentences(1),
        before.comments(),
        false);
  }

  private ArxivVersion withdrawal(ArxivVersion before) {
    Instant submitted = laterThan(before);
    LocalDate batch = ArxivCalendar.batch(submitted);
    return new ArxivVersion(
        before.number() + 1,
        submitted,
        batch,
        batch,
        before.title(),
        before.text(),
        Optional.of("This paper has been withdrawn by the author due to an error in Lemma 2"),
        true);
  }

  private Optional<String> comments(Optional<String> code) {
    String pages = dice.between(4, 40) + " pages, " + dice.between(1, 12) + " figures";
    return code.isPresent()
        ? Optional.of(pages + ". Code: \\url{" + code.get() + "}")
        : dice.maybe(0.6, () -> pages);
  }

  private Instant laterThan(ArxivVersion before) {
    return before.announced().plus(dice.between(SOONEST, LATEST));
  }
}
