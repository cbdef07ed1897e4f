package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.ShownPaper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The query language of arXiv's API as far as clients use it: terms joined by AND, alternatives in
 * brackets joined by OR, of the fields {@code cat}, {@code submittedDate}, {@code lastUpdatedDate}
 * and others, which all are searched for in the title.
 */
final class ArxivSearch {

  private static final Pattern RANGE =
      Pattern.compile("(submittedDate|lastUpdatedDate):\\[(\\d{12}) TO (\\d{12})]");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm");

  private ArxivSearch() {}

  /** What a query asks for; empty when it cannot be read. */
  static Optional<Predicate<ShownPaper>> parse(String query) {
    try {
      return Optional.of(
          Arrays.stream(query.split(" AND ", -1))
              .map(ArxivSearch::alternatives)
              .reduce(_ -> true, Predicate::and));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Predicate<ShownPaper> alternatives(String text) {
    return Arrays.stream(text.replaceAll("[()]", "").split(" OR ", -1))
        .map(term -> term(term.strip()))
        .reduce(_ -> false, Predicate::or);
  }

  private static Predicate<ShownPaper> term(String term) {
    Matcher range = RANGE.matcher(term);
    if (range.matches()) {
      Instant from = minute(range.group(2));
      Instant to = minute(range.group(3));
      boolean submitted = range.group(1).equals("submittedDate");
      return paper -> {
        Instant time = submitted ? paper.paper().submitted() : paper.latest().submitted();
        // The minute of the end is not part of it.
        return !time.isBefore(from) && !time.isAfter(to);
      };
    }
    if (term.startsWith("cat:")) {
      String category = term.substring("cat:".length()).replace(".*", "");
      return paper -> paper.paper().isIn(category);
    }
    String words = term.substring(term.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    return paper -> paper.latest().title().toLowerCase(Locale.ROOT).contains(words);
  }

  private static Instant minute(String text) {
    return LocalDateTime.parse(text, MINUTE).toInstant(ZoneOffset.UTC);
  }
}
