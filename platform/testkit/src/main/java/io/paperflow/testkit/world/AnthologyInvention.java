package io.paperflow.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Invents the collections of the ACL Anthology. */
final class AnthologyInvention {

  private static final List<String> VOLUMES = List.of("long", "short");
  private static final double ADDED_LATER = 0.1;

  private final Dice dice;
  private final Words words;

  AnthologyInvention(Dice dice) {
    this.dice = dice;
    this.words = new Words(dice);
  }

  /** A collection a day, of which some papers are added the next day. */
  List<AnthologyPaper> papers(LocalDate firstDay, int days, int aVolume) {
    List<AnthologyPaper> papers = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      LocalDate day = firstDay.plusDays(i);
      String collection = day.getYear() + "." + words.word();
      for (String volume : VOLUMES) {
        for (int number = 1; number <= aVolume; number++) {
          papers.add(paper(collection, volume, number, day));
        }
      }
    }
    return List.copyOf(papers);
  }

  private AnthologyPaper paper(String collection, String volume, int number, LocalDate day) {
    Instant morning = day.atTime(8, 0).toInstant(ZoneOffset.UTC);
    return new AnthologyPaper(
        collection,
        volume,
        number,
        dice.chance(ADDED_LATER) ? morning.plus(Duration.ofDays(1)) : morning,
        words.title(),
        dice.chance(0.03) ? List.of() : words.authors(),
        words.sentences(dice.between(3, 6)),
        dice.maybe(0.8, () -> "10.18653/v1/%s-%s.%d".formatted(collection, volume, number)),
        dice.maybe(0.4, words::repository),
        volume.equals("short") ? Optional.empty() : Optional.of(day.getYear()));
  }
}
