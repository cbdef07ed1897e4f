package io.paperflow.testkit.world;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Invents the preprints of one server. */
final class PreprintInvention {

  private static final List<String> CATEGORIES =
      List.of("bioinformatics", "neuroscience", "genomics", "evolutionary biology");
  private static final List<String> TYPES =
      List.of("new results", "new results", "confirmatory results", "contradictory results");
  private static final double REVISED = 0.15;
  private static final double WITHDRAWN = 0.02;
  private static final double LATE = 0.08;

  private final Dice dice;
  private final Words words;
  private final String server;
  private int count;

  PreprintInvention(Dice dice, String server) {
    this.dice = dice;
    this.words = new Words(dice);
    this.server = server;
  }

  List<Preprint> preprints(LocalDate firstDay, int days, int aDay) {
    List<Preprint> preprints = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      for (int k = 0; k < aDay; k++) {
        Preprint first = first(firstDay.plusDays(i));
        preprints.add(first);
        if (dice.chance(REVISED)) {
          preprints.add(next(first, first.title() + " Revisited", first.type()));
        } else if (dice.chance(WITHDRAWN)) {
          preprints.add(next(first, "WITHDRAWN: " + first.title(), "withdrawn"));
        }
      }
    }
    return List.copyOf(preprints);
  }

  private Preprint first(LocalDate date) {
    count++;
    String prefix = date.getYear() < 2026 ? "10.1101" : "10.64898";
    return preprint(
        "%s/%tY.%<tm.%<td.%d%05d".formatted(prefix, date, server.equals("biorxiv") ? 7 : 2, count),
        1,
        date,
        words.title(),
        words.authors(),
        dice.pick(CATEGORIES),
        dice.pick(TYPES));
  }

  private Preprint next(Preprint first, String title, String type) {
    LocalDate date = first.date().plusDays(dice.between(1, 4));
    return preprint(first.doi(), 2, date, title, first.authors(), first.category(), type);
  }

  private Preprint preprint(
      String doi,
      int version,
      LocalDate date,
      String title,
      List<Author> authors,
      String category,
      String type) {
    Duration delay = Duration.ofHours(dice.chance(LATE) ? 53 : 29);
    return new Preprint(
        server,
        doi,
        version,
        date,
        date.atStartOfDay(ZoneOffset.UTC).toInstant().plus(delay),
        title,
        authors,
        words.sentences(dice.between(3, 8)),
        category,
        type,
        dice.maybe(0.05, () -> "10.5555/" + words.word()));
  }
}
