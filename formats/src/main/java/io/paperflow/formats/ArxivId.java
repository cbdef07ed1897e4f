package io.paperflow.formats;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An arXiv identifier (https://info.arxiv.org/help/arxiv_identifier.html): {@code hep-th/9901001}
 * until March 2007, {@code YYMM.NNNN} until 2014, {@code YYMM.NNNNN} since.
 *
 * @param id without version, and without the subject class of an old one
 * @param version from 1, when given
 */
public record ArxivId(String id, OptionalInt version) {

  private static final Pattern PREFIX =
      Pattern.compile(
          "(?i)(?:https?://(?:(?:www|export|browse)\\.)?arxiv\\.org/(?:abs|pdf|html|format|src|e-print)/"
              + "|https?://(?:www\\.)?(?:huggingface\\.co/papers|alphaxiv\\.org/abs)/"
              + "|(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)?10\\.48550/arxiv\\."
              + "|(?:oai:arxiv\\.org|arxiv):\\s*)");
  private static final Pattern NEW =
      Pattern.compile("(\\d{2})(0[1-9]|1[0-2])\\.(\\d{4,5})(?:v([1-9]\\d{0,3}))?");
  private static final Pattern OLD =
      Pattern.compile(
          "([a-z]+(?:-[a-z]+)?)(?:\\.[a-z]{2})?/(\\d{2}(?:0[1-9]|1[0-2])\\d{3})(?:v([1-9]\\d{0,3}))?");

  /**
   * Reads an identifier, plain, with {@code arXiv:}, as a DOI of arXiv or as the address of a
   * paper; empty when it is not one.
   */
  public static Optional<ArxivId> parse(String text) {
    String plain = withoutAddress(Text.strip(text));
    Matcher recent = NEW.matcher(plain);
    if (recent.matches()) {
      int yearMonth = Integer.parseInt(recent.group(1) + recent.group(2));
      int digits = recent.group(3).length();
      boolean valid = yearMonth >= 704 && digits == (yearMonth >= 1501 ? 5 : 4);
      return valid
          ? Optional.of(new ArxivId(plain.substring(0, recent.end(3)), version(recent.group(4))))
          : Optional.empty();
    }
    Matcher old = OLD.matcher(Text.lower(plain));
    if (old.matches()) {
      int yearMonth = Integer.parseInt(old.group(2).substring(0, 4));
      boolean valid = yearMonth >= 9107 || yearMonth <= 703;
      return valid
          ? Optional.of(new ArxivId(old.group(1) + '/' + old.group(2), version(old.group(3))))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static String withoutAddress(String text) {
    Matcher prefix = PREFIX.matcher(text);
    if (!prefix.lookingAt()) {
      return text;
    }
    int end = prefix.end();
    while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
      end++;
    }
    String rest = without("/", text.substring(prefix.end(), end));
    return without(".pdf", rest);
  }

  private static String without(String end, String text) {
    int rest = text.length() - end.length();
    return text.regionMatches(true, rest, end, 0, end.length()) ? text.substring(0, rest) : text;
  }

  private static OptionalInt version(@Nullable String digits) {
    return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }
}
