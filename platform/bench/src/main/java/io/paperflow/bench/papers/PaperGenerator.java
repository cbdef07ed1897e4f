package io.paperflow.bench.papers;

import io.paperflow.bench.papers.GeneratedPaper.Author;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Invents papers: titles of about 75 characters, abstracts of 1,200 to 1,500, one paper in five
 * with a repository. A paper depends on the seed and its number alone. Immutable and thread-safe.
 */
public final class PaperGenerator {

  private static final int SHORTEST_ABSTRACT = 1_200;
  private static final int LONGEST_ABSTRACT = 1_490;
  private static final int SHORTEST_TITLE = 50;
  private static final int LONGEST_TITLE = 95;
  private static final int MOST_AUTHORS = 8;
  private static final double WITH_CODE = 0.2;

  /** Of those with code; the others name it in the comments. */
  private static final double CODE_IN_ABSTRACT = 0.85;

  private static final double WITH_COMMENTS = 0.6;
  private static final double WITH_DOI = 0.15;
  private static final int PAPERS_A_MONTH = 20_000;
  private static final LocalDate FIRST_MONTH = LocalDate.of(2015, 1, 1);

  /** The more frequent first. */
  private static final List<String> CATEGORIES =
      List.of(
          "cs.LG",
          "cs.CV",
          "cs.CL",
          "cs.AI",
          "stat.ML",
          "cs.RO",
          "cs.IR",
          "math.OC",
          "eess.IV",
          "cs.SE",
          "quant-ph",
          "cs.CR",
          "cs.HC",
          "cs.DC",
          "hep-th",
          "astro-ph.GA",
          "math.NA",
          "cond-mat.mtrl-sci",
          "q-bio.QM",
          "econ.EM");

  private final long seed;
  private final Prose prose;
  private final List<String> givenNames;
  private final List<String> familyNames;
  private final List<String> codeNames;

  /** A generator; papers of different seeds share their numbers' arXiv ids, and nothing else. */
  public PaperGenerator(long seed) {
    this.seed = seed;
    WordMaker maker = new WordMaker(new SplittableRandom(seed));
    this.prose = new Prose(Vocabulary.invented(maker));
    this.givenNames = maker.names(500);
    this.familyNames = maker.names(8_000);
    this.codeNames = maker.words(20_000, 3);
  }

  /**
   * A paper.
   *
   * @param number from 0; different numbers are different papers
   */
  public GeneratedPaper paper(int number) {
    // The golden ratio spreads neighbouring numbers over all seeds, as SplittableRandom does.
    RandomGenerator random = new SplittableRandom(seed ^ (number + 1) * 0x9E3779B97F4A7C15L);
    Optional<String> code =
        random.nextDouble() < WITH_CODE ? Optional.of(repository(random)) : Optional.empty();
    boolean inAbstract = code.isPresent() && random.nextDouble() < CODE_IN_ABSTRACT;
    LocalDate month = FIRST_MONTH.plusMonths(number / PAPERS_A_MONTH);
    int inMonth = number % PAPERS_A_MONTH;
    return new GeneratedPaper(
        "%02d%02d.%05d".formatted(month.getYear() % 100, month.getMonthValue(), inMonth + 1),
        prose.title(random.nextInt(SHORTEST_TITLE, LONGEST_TITLE), random),
        abstractText(inAbstract ? "Our code is available at " + code.get() + "." : "", random),
        authors(random),
        categories(random),
        comments(inAbstract ? Optional.empty() : code, random),
        random.nextDouble() < WITH_DOI
            ? Optional.of("10.5555/invented.%d.%d".formatted(number, random.nextInt(10_000)))
            : Optional.empty(),
        month
            .plusDays(inMonth % month.lengthOfMonth())
            .atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))
            .toInstant(ZoneOffset.UTC),
        code);
  }

  private String abstractText(String last, RandomGenerator random) {
    int length = random.nextInt(SHORTEST_ABSTRACT, LONGEST_ABSTRACT);
    return last.isEmpty()
        ? prose.sentences(length, random)
        : prose.sentences(length - last.length() - 1, random) + " " + last;
  }

  private String repository(RandomGenerator random) {
    return "https://github.com/%s-%s/%s"
        .formatted(
            pick(codeNames, random),
            random.nextBoolean() ? "lab" : "ai",
            pick(codeNames, random).toUpperCase(Locale.ROOT));
  }

  private List<Author> authors(RandomGenerator random) {
    List<Author> authors = new ArrayList<>();
    for (int i = 1 + random.nextInt(MOST_AUTHORS); i > 0; i--) {
      authors.add(new Author(pick(givenNames, random), pick(familyNames, random)));
    }
    return authors;
  }

  private static List<String> categories(RandomGenerator random) {
    Set<String> categories = new LinkedHashSet<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      double skewed = random.nextDouble() * random.nextDouble();
      categories.add(CATEGORIES.get((int) (skewed * CATEGORIES.size())));
    }
    return List.copyOf(categories);
  }

  private static Optional<String> comments(Optional<String> code, RandomGenerator random) {
    String pages = "%d pages, %d figures".formatted(4 + random.nextInt(40), 1 + random.nextInt(12));
    if (code.isPresent()) {
      return Optional.of(pages + ". Code: " + code.get());
    }
    return random.nextDouble() < WITH_COMMENTS ? Optional.of(pages) : Optional.empty();
  }

  private static String pick(List<String> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size()));
  }
}
