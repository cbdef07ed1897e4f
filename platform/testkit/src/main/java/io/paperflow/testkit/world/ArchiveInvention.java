package io.paperflow.testkit.world;

import io.paperflow.testkit.world.ArchivedPaper.ArchivedLink;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Invents the Papers with Code archive. */
final class ArchiveInvention {

  private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
  private static final List<String> FRAMEWORKS = List.of("pytorch", "tf", "jax", "none");
  private static final double ON_ARXIV = 0.85;

  private final Dice dice;
  private final Words words;

  ArchiveInvention(Dice dice) {
    this.dice = dice;
    this.words = new Words(dice);
  }

  List<ArchivedPaper> papers(int count) {
    return IntStream.range(0, count).mapToObj(this::paper).toList();
  }

  private ArchivedPaper paper(int number) {
    LocalDate date = FIRST_DAY.plusDays(dice.between(0, 3_800));
    String title = words.title();
    String slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-" + number;
    String id = "%02d%02d.%05d".formatted(date.getYear() % 100, date.getMonthValue(), number + 1);
    return new ArchivedPaper(
        slug,
        dice.maybe(ON_ARXIV, () -> id),
        title,
        words.authors(),
        words.sentences(dice.between(2, 6)),
        date,
        links());
  }

  private List<ArchivedLink> links() {
    List<ArchivedLink> links = new ArrayList<>();
    Stream.generate(this::link).limit(dice.between(0, 3)).forEach(links::add);
    return List.copyOf(links);
  }

  private ArchivedLink link() {
    return new ArchivedLink(
        words.repository(),
        dice.chance(0.4),
        dice.chance(0.5),
        dice.chance(0.5),
        dice.pick(FRAMEWORKS));
  }
}
