package io.paperflow.catalogue.query;

import io.paperflow.catalogue.query.Clause.Excluded;
import io.paperflow.catalogue.query.Clause.Phrase;
import io.paperflow.catalogue.query.Clause.Where;
import io.paperflow.catalogue.query.Clause.Word;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What someone typed into the search box, and how it is read.
 *
 * @param text on one line, at most {@link SearchTextParser#MAX_LENGTH} characters
 * @param clauses in the order typed
 */
public record SearchText(String text, List<Clause> clauses) {

  public SearchText {
    clauses = List.copyOf(clauses);
  }

  /** Reads a text. Every text can be read: what is no operator is a word. */
  public static SearchText parse(String typed) {
    return SearchTextParser.parse(typed);
  }

  /** The same text with every operator taken as an ordinary word, as in a pasted title. */
  public SearchText verbatim() {
    return SearchTextParser.verbatim(text);
  }

  /** Whether anything is asked for at all. */
  public boolean isEmpty() {
    return clauses.isEmpty();
  }

  /** Whether anything in it is more than a word or a phrase. */
  public boolean hasOperators() {
    return wanted().size() < clauses.size();
  }

  /** Words and phrases that must be found; the rest are conditions and {@link #unwanted()}. */
  public List<Clause> wanted() {
    return clauses.stream()
        .filter(clause -> clause instanceof Word || clause instanceof Phrase)
        .toList();
  }

  /** What the papers must be like. */
  public List<Condition> conditions() {
    return clauses.stream()
        .flatMap(
            clause ->
                clause instanceof Where(Condition condition)
                    ? Stream.of(condition)
                    : Stream.<Condition>empty())
        .toList();
  }

  /** Fields whose values cannot be read, and which are words therefore. */
  public List<String> misread() {
    return wanted().stream().map(SearchText::words).filter(ConditionReader::isMisread).toList();
  }

  /** What must not be found. */
  public List<Clause> unwanted() {
    return clauses.stream()
        .flatMap(
            clause ->
                clause instanceof Excluded(Clause inner)
                    ? Stream.of(inner)
                    : Stream.<Clause>empty())
        .toList();
  }

  /** The wanted words in their order, without operators. */
  public String wantedWords() {
    return wanted().stream().map(SearchText::words).collect(Collectors.joining(" "));
  }

  private static String words(Clause clause) {
    return switch (clause) {
      case Word(String words) -> words;
      case Phrase(String words) -> words;
      case Where _, Excluded _ -> "";
    };
  }
}
