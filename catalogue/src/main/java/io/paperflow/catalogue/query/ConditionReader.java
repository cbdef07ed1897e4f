package io.paperflow.catalogue.query;

import io.paperflow.catalogue.query.Condition.Contains;
import io.paperflow.catalogue.query.Condition.Count;
import io.paperflow.catalogue.query.Condition.Counts;
import io.paperflow.catalogue.query.Condition.Has;
import io.paperflow.catalogue.query.Condition.Is;
import io.paperflow.catalogue.query.Condition.Label;
import io.paperflow.catalogue.query.Condition.Listed;
import io.paperflow.catalogue.query.Condition.Published;
import io.paperflow.catalogue.query.Condition.Text;
import io.paperflow.catalogue.query.Condition.Thing;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code field:value}. What is no field, or no value of it, is no condition. */
final class ConditionReader {

  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final SpanReader<Integer> COUNTS =
      new SpanReader<>(ConditionReader::count, count -> count - 1, count -> count + 1);

  /** Fields that have not any value; as words they are hardly ever meant. */
  private static final Set<String> CHOOSY = Set.of("has", "date", "listed", "stars", "votes");

  private ConditionReader() {}

  /**
   * Reads a field and its value.
   *
   * @param name in any case
   * @param quoted whether the value stood between quotation marks
   */
  static Optional<Condition> read(String name, String value, boolean quoted) {
    if (value.isBlank()) {
      return Optional.empty();
    }
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "title" -> Optional.of(new Contains(Text.TITLE, value, quoted));
      case "abstract" -> Optional.of(new Contains(Text.ABSTRACT, value, quoted));
      case "author" -> Optional.of(new Contains(Text.AUTHOR, value, quoted));
      case "venue" -> Optional.of(new Contains(Text.VENUE, value, quoted));
      case "keyword" -> Optional.of(new Contains(Text.KEYWORD, value, quoted));
      case "category" -> Optional.of(new Is(Label.CATEGORY, value));
      case "source" -> Optional.of(new Is(Label.SOURCE, value));
      case "language" -> Optional.of(new Is(Label.LANGUAGE, value));
      case "license", "licence" -> Optional.of(new Is(Label.LICENSE, value));
      case "has" -> thing(value).map(Has::new);
      case "date" -> Days.span(value).map(Published::new);
      case "listed" -> Days.span(value).map(Listed::new);
      case "stars" -> COUNTS.read(value).map(span -> new Counts(Count.STARS, span));
      case "votes" -> COUNTS.read(value).map(span -> new Counts(Count.VOTES, span));
      default -> Optional.empty();
    };
  }

  /** Whether a word is a field with a value that the field cannot have, such as date:2026-13. */
  static boolean isMisread(String word) {
    int colon = word.indexOf(':');
    return colon > 0
        && colon < word.length() - 1
        && CHOOSY.contains(word.substring(0, colon).toLowerCase(Locale.ROOT));
  }

  private static Optional<Thing> thing(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "code" -> Optional.of(Thing.CODE);
      case "model", "dataset" -> Optional.of(Thing.MODEL);
      case "demo" -> Optional.of(Thing.DEMO);
      case "page" -> Optional.of(Thing.PAGE);
      default -> Optional.empty();
    };
  }

  private static Optional<Span<Integer>> count(String text) {
    return COUNT.matcher(text).matches()
        ? Optional.of(Span.of(Integer.valueOf(text), Integer.valueOf(text)))
        : Optional.empty();
  }
}
