package io.paperflow.search.export;

import java.util.Optional;

/**
 * A person's name in two parts, as well as it can be told: the family name is the last word with
 * the particles in lower case before it. A name of one word, or with words that no person's has, is
 * one part.
 *
 * @param given empty when the name is one part
 */
record PersonName(String family, Optional<String> given) {

  static PersonName of(String name) {
    String text = OneLine.of(name);
    int comma = text.indexOf(',');
    if (comma > 0 && comma < text.length() - 1) {
      return new PersonName(
          text.substring(0, comma).strip(), Optional.of(text.substring(comma + 1).strip()));
    }
    int family = text.lastIndexOf(' ') + 1;
    while (family > 0 && Character.isLowerCase(text.charAt(wordBefore(text, family)))) {
      family = wordBefore(text, family);
    }
    return family == 0 || isGroup(text)
        ? new PersonName(text, Optional.empty())
        : new PersonName(text.substring(family), Optional.of(text.substring(0, family - 1)));
  }

  private static int wordBefore(String text, int word) {
    return text.lastIndexOf(' ', word - 2) + 1;
  }

  private static boolean isGroup(String name) {
    return name.contains(" and ")
        || name.contains(" & ")
        || name.endsWith(" Team")
        || name.endsWith(" Collaboration")
        || name.endsWith(" Consortium");
  }
}
