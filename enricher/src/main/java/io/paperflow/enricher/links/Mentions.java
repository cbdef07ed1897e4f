package io.paperflow.enricher.links;

import java.util.List;
import java.util.Set;

/** Tells links that a sentence only mentions, as it would a reference, when no phrase says more. */
final class Mentions {

  private static final int FEWEST_WORDS = 4;
  private static final int MOST_ADJECTIVES = 2;
  private static final Set<String> INDEFINITE = Set.of("a", "an");
  // A segment for the scheme, one for the host.
  private static final int SITE_SEGMENTS = 2;

  private final Set<String> claims;
  private final Set<String> labels;
  private final Set<String> articles;
  private final Set<String> places;
  private final Set<String> auxiliaries;
  private final Set<String> used;

  Mentions(Lexicon lexicon) {
    claims = lexicon.list("claim");
    labels = lexicon.lists("label-noun", "label-filler");
    articles = lexicon.list("article");
    places = lexicon.lists("forge-word", "place-noun");
    auxiliaries = lexicon.list("auxiliary");
    used = lexicon.list("used");
  }

  boolean isMention(Sentence sentence, Sighting sighting) {
    return sentence.before().stream().noneMatch(claims::contains)
        && (isAside(sentence)
            || isUsed(sentence.right())
            || namesItsSite(sentence.before(), sighting));
  }

  /** "The corpus (https://…) was used". */
  private boolean isUsed(List<String> right) {
    List<String> words = right.stream().filter(word -> !word.equals(")")).toList();
    return words.size() > 1 && auxiliaries.contains(words.get(0)) && used.contains(words.get(1));
  }

  /** "… the runs of the Songs corpus (https://…) …", but not "… the corpus (https://…) …". */
  private boolean isAside(Sentence sentence) {
    List<String> words = sentence.before();
    int last = words.size() - 1;
    if (last < FEWEST_WORDS
        || !words.get(last).equals("(")
        || places.contains(words.get(last - 1))
        || sentence.closes()) {
      return false;
    }
    int noun = last - 1;
    while (noun >= 0 && labels.contains(words.get(noun))) {
      if (articles.contains(words.get(noun))) {
        return false;
      }
      noun--;
    }
    return noun >= 0 && !isIndefinite(words, noun);
  }

  /** "an interactive notebook" is no name of anything. */
  private static boolean isIndefinite(List<String> words, int last) {
    return words.subList(Math.max(0, last - MOST_ADJECTIVES), last + 1).stream()
        .anyMatch(INDEFINITE::contains);
  }

  /** "in Songkit: https://songkit.org". */
  private static boolean namesItsSite(List<String> before, Sighting sighting) {
    String url = sighting.target().map(Target::url).orElse("");
    List<String> words = before.stream().filter(word -> !":,(".contains(word)).toList();
    return !words.isEmpty()
        && Address.segments(url).size() == SITE_SEGMENTS
        && Address.bare(sighting.host()).startsWith(words.getLast() + ".");
  }
}
