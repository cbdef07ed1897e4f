package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose a link is, by its sentence: the nearest phrase of {@code role-cues.tsv} before it decides.
 * Papers mostly link what is theirs, so a sentence that says nothing is read as own, and a text
 * that is only an address as unknown.
 */
final class RoleRule {

  private static final int SITE_PARTS = 2;
  private static final int NEAR = 6;
  private static final int WORDS_OF_ASIDE = 4;

  private final Cues cues = Cues.load("role-cues.tsv");
  private final Set<String> packages;
  private final Set<String> claims;
  private final Set<String> labels;
  private final Set<String> articles;

  RoleRule(Lexicon lexicon) {
    packages = lexicon.list("package-noun");
    claims = lexicon.list("claim");
    labels = lexicon.list("label");
    articles = lexicon.list("article");
  }

  LinkRole role(Sentence sentence, Sighting sighting) {
    if (isPullRequest(sighting)) {
      return LinkRole.THIRD_PARTY;
    }
    if (sentence.alone()) {
      return LinkRole.UNKNOWN;
    }
    if (sentence.isLabelled(labels)) {
      return LinkRole.OWN;
    }
    boolean mentioned = namesItsSite(sentence, sighting) || isAside(sentence.before());
    return byCue(sentence.left()).orElse(mentioned ? LinkRole.THIRD_PARTY : LinkRole.OWN);
  }

  /** "… the runs of the Maptask corpus (https://…) …": given in passing, as a reference is. */
  private boolean isAside(List<String> left) {
    int last = left.size() - 1;
    if (last < WORDS_OF_ASIDE || !left.get(last).equals("(")) {
      return false;
    }
    int noun = last - 1;
    while (noun >= 0 && labels.contains(left.get(noun))) {
      if (articles.contains(left.get(noun))) {
        return false;
      }
      noun--;
    }
    return noun >= 0;
  }

  private Optional<LinkRole> byCue(List<String> left) {
    boolean weakThird = false;
    boolean inPackage = false;
    boolean sameClause = true;
    for (int i = left.size() - 1; i >= 0; i--) {
      String word = left.get(i);
      if (word.equals(")")) {
        i = opening(left, i);
        continue;
      }
      inPackage |= packages.contains(word);
      sameClause &= !word.equals(";");
      switch (cues.endingAt(left, i).orElse("")) {
        case "own" -> {
          return Optional.of(LinkRole.OWN);
        }
        case "third" -> {
          if (sameClause) {
            boolean own = isIntroduced(left) && ownBefore(left, i);
            return Optional.of(own ? LinkRole.OWN : LinkRole.THIRD_PARTY);
          }
        }
        case "weak-third" -> weakThird |= left.size() - i <= NEAR;
        case "unknown" -> {
          return Optional.of(LinkRole.UNKNOWN);
        }
        case "unknown-in" -> {
          if (inPackage) {
            return Optional.of(LinkRole.UNKNOWN);
          }
        }
        default -> {}
      }
    }
    return weakThird ? Optional.of(LinkRole.THIRD_PARTY) : Optional.empty();
  }

  /** A pull request goes into the repository of others. */
  private static boolean isPullRequest(Sighting sighting) {
    String below = sighting.target().map(Target::subPath).orElse("");
    return below.startsWith("pull/") || below.contains("merge_requests/");
  }

  private static int opening(List<String> tokens, int closing) {
    int depth = 0;
    for (int i = closing; i >= 0; i--) {
      depth += tokens.get(i).equals(")") ? 1 : 0;
      depth -= tokens.get(i).equals("(") ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return closing;
  }

  /** "at …" and "…: …" give what the whole clause is about, not its last word. */
  private static boolean isIntroduced(List<String> left) {
    String last = left.getLast();
    return last.equals("at") || last.equals(":");
  }

  private boolean ownBefore(List<String> left, int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (cues.endingAt(left, i).filter("own"::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** "in Maneage: https://maneage.org" names a site by its name, which is nobody's claim. */
  private boolean namesItsSite(Sentence sentence, Sighting sighting) {
    String url = sighting.target().map(Target::url).orElse("");
    List<String> words = sentence.before().stream().filter(word -> !":,(".contains(word)).toList();
    if (words.isEmpty() || Address.segments(url).size() != SITE_PARTS) {
      return false;
    }
    String site = Address.bare(sighting.host());
    return site.startsWith(words.getLast() + ".") && words.stream().noneMatch(claims::contains);
  }
}
