package io.paperflow.formats;

import io.paperflow.schemas.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Authors in one line, as arXiv writes them (https://info.arxiv.org/help/prep#author): {@code Ada
 * Example (1), Bo Sample (1 and 2) and Cy Third (Lab) ((1) Institute, (2) University)}. For one
 * line.
 */
final class AuthorLine {

  private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s*[,;:]\\s*|\\s+(?:and|&)\\s+");
  private static final Pattern LEADING_AND = Pattern.compile("^(?:and|&)\\s+");
  private static final Pattern SUFFIX = Pattern.compile("(?i)[JS]r\\.?|I{2,3}|IV");
  private static final Pattern OTHERS = Pattern.compile("(?i)(?:^|\\s)et\\.? al\\.?$");
  private static final Pattern NUMBERS = Pattern.compile("[\\d,;&\\s]*(?:and[\\d,;&\\s]+)*");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern LISTED =
      Pattern.compile("\\((\\d+)\\)\\s*([^()]+(?:\\((?!\\d+\\))[^()]*\\)[^()]*)*)");
  private static final String AFTER_LISTED = " .,;";

  private final List<AuthorDraft> names = new ArrayList<>();
  private final Map<String, String> listed = new TreeMap<>();

  private AuthorLine(String line) {
    int from = 0;
    for (int open = line.indexOf('('); open >= 0; open = line.indexOf('(', from)) {
      names(line.substring(from, open));
      int close = closing(line, open);
      place(line.substring(open + 1, close));
      from = Math.min(close + 1, line.length());
    }
    names(line.substring(from));
  }

  /** The authors with their affiliations, where the line has them. */
  static List<Author> split(String line) {
    return new AuthorLine(ArxivText.name(line)).authors();
  }

  /** Where the parenthesis ends, at the latest with the line. */
  private static int closing(String line, int open) {
    int depth = 0;
    for (int i = open; i < line.length(); i++) {
      depth += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return line.length();
  }

  private void names(String between) {
    for (String part : BETWEEN_NAMES.split(between, -1)) {
      String after = LEADING_AND.matcher(Text.strip(part)).replaceFirst("");
      String name = OTHERS.matcher(after).replaceFirst("");
      if (SUFFIX.matcher(name).matches() && !names.isEmpty()) {
        names.getLast().suffix = name;
      } else if (!name.isEmpty()) {
        names.add(AuthorDraft.named(name));
      }
    }
  }

  private void place(String inside) {
    if (Text.strip(inside).startsWith("(")) {
      LISTED
          .matcher(inside)
          .results()
          .forEach(entry -> listed.put(entry.group(1), withoutEnd(entry.group(2))));
    } else if (!names.isEmpty()) {
      names.getLast().affiliations.add(inside);
    }
  }

  private static String withoutEnd(String place) {
    int end = place.length();
    while (end > 0 && AFTER_LISTED.indexOf(place.charAt(end - 1)) >= 0) {
      end--;
    }
    return place.substring(0, end);
  }

  private List<Author> authors() {
    names.forEach(this::resolve);
    return names.stream()
        .map(name -> name.finish(Text::oneLine))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Numbers of affiliations become those of the list; without list they say nothing. */
  private void resolve(AuthorDraft name) {
    List<String> given = List.copyOf(name.affiliations);
    name.affiliations.clear();
    for (String place : given) {
      if (NUMBERS.matcher(place).matches()) {
        NUMBER
            .matcher(place)
            .results()
            .flatMap(number -> Optional.ofNullable(listed.get(number.group())).stream())
            .forEach(name.affiliations::add);
      } else {
        name.affiliations.add(place);
      }
    }
  }
}
