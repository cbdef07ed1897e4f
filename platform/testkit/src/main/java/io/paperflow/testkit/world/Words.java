package io.paperflow.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Invents names and prose, with the signs that the formats have to escape. */
final class Words {

  private static final List<String> SYLLABLES =
      List.of(
          "ba", "cor", "del", "fen", "gri", "hol", "jun", "kel", "lum", "mar", "nor", "pra", "quil",
          "ros", "san", "tor", "ul", "ven", "wex", "yar", "zel", "sti", "cla", "dro", "em", "vi");
  private static final List<String> SMALL_WORDS =
      List.of("of", "the", "a", "in", "with", "and", "for", "by", "from", "to", "on", "under");

  /** Signs of XML, JSON, HTML, LaTeX, and letters beyond ASCII. */
  private static final List<String> AWKWARD =
      List.of(
          "$\\alpha$-stable",
          "<5 & >2",
          "\"quoted\"",
          "naïve",
          "Schrödinger's",
          "O($n^2$)",
          "5\\% more",
          "λ-calculus",
          "R&D",
          "東京");

  private static final int SHORTEST_TITLE = 5;
  private static final int LONGEST_TITLE = 11;
  private static final double SMALL = 0.35;

  private final Dice dice;

  Words(Dice dice) {
    this.dice = dice;
  }

  String word() {
    StringBuilder word = new StringBuilder();
    for (int i = dice.between(2, 4); i > 0; i--) {
      word.append(dice.pick(SYLLABLES));
    }
    return word.toString();
  }

  String name() {
    return capitalised(dice.pick(SYLLABLES) + dice.pick(SYLLABLES));
  }

  String title() {
    List<String> words = new ArrayList<>();
    words.add(capitalised(word()) + (dice.chance(0.3) ? ":" : ""));
    for (int i = dice.between(SHORTEST_TITLE, LONGEST_TITLE); i > 0; i--) {
      words.add(dice.chance(SMALL) ? dice.pick(SMALL_WORDS) : capitalised(word()));
    }
    if (dice.chance(0.15)) {
      words.add(dice.pick(AWKWARD));
    }
    words.add(capitalised(word()));
    return String.join(" ", words);
  }

  String sentences(int count) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sentences.add(sentence());
    }
    return String.join(" ", sentences);
  }

  List<Author> authors() {
    List<Author> authors = new ArrayList<>();
    for (int i = dice.between(1, 6); i > 0; i--) {
      Optional<String> affiliation = dice.maybe(0.1, () -> name() + " Institute");
      authors.add(new Author(name(), name(), affiliation));
    }
    return List.copyOf(authors);
  }

  String repository() {
    return "https://github.com/" + word() + "-lab/" + word();
  }

  private String sentence() {
    List<String> words = new ArrayList<>();
    words.add(capitalised(word()));
    for (int i = dice.between(8, 20); i > 0; i--) {
      words.add(dice.chance(SMALL) ? dice.pick(SMALL_WORDS) : word());
    }
    if (dice.chance(0.1)) {
      words.add(dice.pick(AWKWARD));
    }
    words.add(word() + ".");
    return String.join(" ", words);
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
