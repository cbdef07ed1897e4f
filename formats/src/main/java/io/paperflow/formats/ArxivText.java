package io.paperflow.formats;

import org.jsoup.parser.Parser;

/**
 * Titles and names as arXiv has them: with TeX's accents, and now and then with HTML entities that
 * were escaped once too often.
 */
final class ArxivText {

  private ArxivText() {}

  /** The title in Unicode, mathematics unchanged. */
  static String title(String text) {
    return Latex.toUnicode(withoutEntities(text));
  }

  /** The name or names in Unicode, in one line. */
  static String name(String text) {
    return Text.oneLine(title(text).replace('~', ' '));
  }

  private static String withoutEntities(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, true);
  }
}
