package io.paperflow.search.export;

/**
 * A text that LaTeX can set: signs with a meaning of their own are escaped, but for formulas
 * between dollars and commands, which authors write into titles. Braces and dollars that do not
 * match are escaped or left out, as they would swallow what follows.
 */
final class LatexText {

  private LatexText() {}

  static String of(String text) {
    String line = OneLine.of(text);
    boolean braces = isBalanced(line);
    boolean formulas = dollars(line) % 2 == 0;
    StringBuilder latex = new StringBuilder(line.length() + 16);
    boolean formula = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length() && isCommand(line.charAt(i + 1))) {
        latex.append(c).append(line.charAt(++i));
      } else if (c == '$' && formulas) {
        formula = !formula;
        latex.append(c);
      } else {
        latex.append(escaped(c, formula, braces));
      }
    }
    return latex.toString();
  }

  private static boolean isCommand(char next) {
    return (next >= 'a' && next <= 'z')
        || (next >= 'A' && next <= 'Z')
        || "&%$#_\"'`^~=.".indexOf(next) >= 0;
  }

  private static String escaped(char c, boolean formula, boolean braces) {
    return switch (c) {
      case '&', '%', '#', '$' -> "\\" + c;
      case '_' -> formula ? "_" : "\\_";
      case '^' -> formula ? "^" : "\\^{}";
      case '~' -> formula ? "~" : "\\~{}";
      case '\\' -> formula ? "" : "\\textbackslash{}";
      case '{', '}' -> braces ? String.valueOf(c) : "";
      default -> String.valueOf(c);
    };
  }

  private static boolean isBalanced(String text) {
    int open = 0;
    for (int i = 0; i < text.length() && open >= 0; i++) {
      open += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
    }
    return open == 0;
  }

  private static int dollars(String text) {
    int dollars = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '$') {
        dollars++;
      }
    }
    return dollars;
  }
}
