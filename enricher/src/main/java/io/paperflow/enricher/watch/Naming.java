package io.paperflow.enricher.watch;

import io.paperflow.schemas.RepositoryMention;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By what a text names a paper: its arXiv id, its DOI, its OpenReview id, or its title when that is
 * long enough to mean nothing else. Immutable.
 */
final class Naming {

  /** Characters of a proof, on both sides of what names the paper. */
  private static final int AROUND = 60;

  private static final int LONGEST_PROOF = 200;
  private static final int TITLE_WORDS = 4;
  private static final int TITLE_LETTERS = 20;

  /** Between two words of a title: blanks, signs and marks of HTML. */
  private static final String BETWEEN = "(?:<[^<>]{1,40}>|[^\\p{L}\\p{N}]){1,12}";

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final List<Pattern> patterns;

  /** How the paper of a mention is named. */
  Naming(RepositoryMention mention) {
    this.patterns =
        Stream.of(
                mention.getArxivId().map(Naming::arxiv),
                mention.getDoi().map(Naming::doi),
                mention.getOpenreviewId().map(Naming::openReview),
                title(mention.getTitle()))
            .flatMap(Optional::stream)
            .toList();
  }

  private static Pattern arxiv(String id) {
    return Pattern.compile(
        "(?<![\\w.])(?:" + Pattern.quote(id) + ")(?:v[0-9]{1,2})?(?![\\w]|\\.[0-9])",
        Pattern.CASE_INSENSITIVE);
  }

  private static Pattern doi(String doi) {
    return Pattern.compile(
        "(?<![\\w.])" + Pattern.quote(doi) + "(?!\\w)", Pattern.CASE_INSENSITIVE);
  }

  private static Pattern openReview(String id) {
    return Pattern.compile("openreview\\.net/\\w+\\?id=" + Pattern.quote(id) + "(?![\\w-])");
  }

  /** The words, whatever stands between them: texts break lines and set markup. */
  private static Optional<Pattern> title(String title) {
    List<String> words = WORD.matcher(title).results().map(found -> found.group()).toList();
    int letters = words.stream().mapToInt(String::length).sum();
    if (words.size() < TITLE_WORDS || letters < TITLE_LETTERS) {
      return Optional.empty();
    }
    String expression =
        words.stream()
            .map(word -> Pattern.quote(word.toLowerCase(Locale.ROOT)))
            .reduce((a, b) -> a + BETWEEN + b)
            .orElseThrow();
    return Optional.of(
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + expression + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  /** The words of a text that name the paper, with some around them on one line. */
  Optional<String> in(String text) {
    return patterns.stream()
        .map(pattern -> pattern.matcher(text))
        .filter(Matcher::find)
        .map(found -> proof(text, found.start(), found.end()))
        .findFirst();
  }

  private static String proof(String text, int start, int end) {
    int from = Math.max(0, start - AROUND);
    int to = Math.min(text.length(), end + AROUND);
    String line = text.substring(from, to).replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST_PROOF ? line.substring(0, LONGEST_PROOF) : line;
  }
}
