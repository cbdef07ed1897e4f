package io.paperflow.formats;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.parser.Parser;

/**
 * Finds the state of a component in a page: the attribute {@code data-props} of the {@code div}
 * whose {@code data-target} names it. Looks at {@code div} tags only and at each character once,
 * whatever the page, since a tree of a hostile page would be many times its size.
 */
final class PageState {

  private static final String TAG = "<div";

  private final String page;
  private int at;

  private PageState(String page) {
    this.page = page;
  }

  /** The state as JSON; empty when it is not there or the page ends within it. */
  static Optional<String> find(String page, String target) {
    var state = new PageState(page);
    while (state.toNextTag()) {
      Map<String, String> attributes = state.attributes();
      if (target.equals(attributes.get("data-target")) && attributes.containsKey("data-props")) {
        return Optional.of(Parser.unescapeEntities(attributes.get("data-props"), true));
      }
    }
    return Optional.empty();
  }

  private boolean toNextTag() {
    int tag = page.indexOf(TAG, at);
    at = tag < 0 ? page.length() : tag + TAG.length();
    return tag >= 0;
  }

  /** Reads attributes with quoted values, until something else stands there. */
  private Map<String, String> attributes() {
    var attributes = new HashMap<String, String>();
    while (true) {
      skipBlanks();
      int nameEnd = at;
      while (nameEnd < page.length() && isNamePart(page.charAt(nameEnd))) {
        nameEnd++;
      }
      String name = page.substring(at, nameEnd);
      at = nameEnd;
      if (name.isEmpty() || !page.startsWith("=", at)) {
        return attributes;
      }
      char quote = at + 1 < page.length() ? page.charAt(at + 1) : ' ';
      int close = quote == '"' || quote == '\'' ? page.indexOf(quote, at + 2) : -1;
      if (close < 0) {
        at = quote == '"' || quote == '\'' ? page.length() : at + 1;
        return attributes;
      }
      attributes.putIfAbsent(name, page.substring(at + 2, close));
      at = close + 1;
    }
  }

  private void skipBlanks() {
    while (at < page.length() && Text.isSpace(page.charAt(at))) {
      at++;
    }
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }
}
