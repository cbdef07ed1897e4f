package io.paperflow.formats;

import io.paperflow.schemas.Author;
import java.util.List;
import java.util.regex.Pattern;

/** Authors in one line, as arXiv writes them: {@code Ada Example (1), Bo Sample and Cy Third}. */
final class AuthorLine {

  private static final Pattern BETWEEN_NAMES = Pattern.compile(",|;|\\s+and\\s+");

  private AuthorLine() {}

  /** The names; what stands in parentheses, mostly numbers of affiliations, is left out. */
  static List<Author> split(String line) {
    return BETWEEN_NAMES
        .splitAsStream(withoutParentheses(line))
        .map(name -> Text.oneLine(name).replaceFirst("^and ", ""))
        .filter(name -> !name.isEmpty())
        .map(name -> Author.newBuilder().setName(name).build())
        .toList();
  }

  private static String withoutParentheses(String line) {
    var plain = new StringBuilder(line.length());
    int depth = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && depth > 0) {
        depth--;
      } else if (depth == 0) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
