package io.paperflow.catalogue.query;

import io.paperflow.catalogue.query.Clause.Excluded;
import io.paperflow.catalogue.query.Clause.Phrase;
import io.paperflow.catalogue.query.Clause.Where;
import io.paperflow.catalogue.query.Clause.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads words, {@code "phrases"}, {@code field:value}, {@code field:"value"} and {@code
 * -exclusions}. A quotation mark opens a phrase only at the start of a word or value and only when
 * another one closes it; a minus excludes only in front of one of the others; a colon makes a
 * condition only after the name of a field and before a value of it. All else, brackets, other
 * colons and slashes included, belongs to the words.
 */
final class SearchTextParser {

  /** Longest text read, in UTF-16 units; the rest is ignored. The longest titles have about 400. */
  static final int MAX_LENGTH = 1000;

  /** Most clauses read; the rest is ignored. */
  static final int MAX_CLAUSES = 64;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

  private static final Pattern FIELD = Pattern.compile("([A-Za-z]{1,20}):(?=[^ ])");

  private final String text;
  private final List<Clause> clauses = new ArrayList<>();
  private int position;

  private SearchTextParser(String text) {
    this.text = text;
  }

  static SearchText parse(String typed) {
    String text = oneLine(typed);
    return new SearchText(text, new SearchTextParser(text).clauses());
  }

  static SearchText verbatim(String typed) {
    String text = oneLine(typed);
    List<Clause> words =
        BLANKS
            .splitAsStream(text)
            .filter(word -> !word.isEmpty())
            .limit(MAX_CLAUSES)
            .<Clause>map(Word::new)
            .toList();
    return new SearchText(text, words);
  }

  private static String oneLine(String typed) {
    int end = Math.min(typed.length(), MAX_LENGTH);
    if (end < typed.length() && Character.isHighSurrogate(typed.charAt(end - 1))) {
      end--;
    }
    return BLANKS.matcher(typed.substring(0, end)).replaceAll(" ").strip();
  }

  private List<Clause> clauses() {
    while (position < text.length() && clauses.size() < MAX_CLAUSES) {
      if (text.charAt(position) == ' ') {
        position++;
      } else if (excludes()) {
        position++;
        clause().stream().map(Excluded::new).forEach(clauses::add);
      } else {
        clauses.addAll(clause());
      }
    }
    return clauses;
  }

  private boolean excludes() {
    return text.charAt(position) == '-'
        && (position == 0 || text.charAt(position - 1) == ' ')
        && position + 1 < text.length()
        && text.charAt(position + 1) != ' '
        && text.charAt(position + 1) != '-';
  }

  private List<Clause> clause() {
    Optional<Condition> condition = condition();
    if (condition.isPresent()) {
      return List.of(new Where(condition.get()));
    }
    Value value = value();
    if (!value.quoted()) {
      return List.of(new Word(value.text()));
    }
    return value.text().isEmpty() ? List.of() : List.of(new Phrase(value.text()));
  }

  /** Reads on behind a condition, if there is one. */
  private Optional<Condition> condition() {
    int start = position;
    Matcher field = FIELD.matcher(text).region(position, text.length());
    if (!field.lookingAt()) {
      return Optional.empty();
    }
    position = field.end();
    Value value = value();
    Optional<Condition> condition =
        ConditionReader.read(field.group(1), value.text(), value.quoted());
    if (condition.isEmpty()) {
      position = start;
    }
    return condition;
  }

  /** What stands between quotation marks, or until the next blank. */
  private record Value(String text, boolean quoted) {}

  private Value value() {
    if (isQuote(text.charAt(position))) {
      int close = closingQuote();
      if (close > position) {
        Value phrase = new Value(text.substring(position + 1, close).strip(), true);
        position = close + 1;
        return phrase;
      }
    }
    int end = text.indexOf(' ', position);
    String word = text.substring(position, end < 0 ? text.length() : end);
    position += word.length();
    return new Value(word, false);
  }

  private int closingQuote() {
    for (int i = position + 1; i < text.length(); i++) {
      if (isQuote(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”' || c == '„';
  }
}
