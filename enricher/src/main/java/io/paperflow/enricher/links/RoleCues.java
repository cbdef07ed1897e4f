package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose a link is, by the nearest phrase of {@code role-cues.tsv} that stands before it. */
final class RoleCues {

  private static final int NEAR = 6;

  private final Cues cues = Cues.load("role-cues.tsv");
  private final Set<String> packages;
  private final Set<String> nouns;
  private final Set<String> auxiliaries;

  RoleCues(Lexicon lexicon) {
    packages = lexicon.list("package-noun");
    nouns = lexicon.list("label-noun");
    auxiliaries = lexicon.list("auxiliary");
  }

  /** The role that the words before a link give it, empty when they give none. */
  Optional<LinkRole> role(List<String> left) {
    boolean weakThird = false;
    for (int i = left.size() - 1; i >= 0; i--) {
      if (left.get(i).equals(")")) {
        i = opening(left, i);
        continue;
      }
      Cues.Match cue = cues.endingAt(left, i);
      weakThird |= cue.effect().equals("weak-third") && left.size() - i <= NEAR;
      Optional<LinkRole> role = role(left, i, cue);
      if (role.isPresent()) {
        return role;
      }
    }
    return weakThird ? Optional.of(LinkRole.THIRD_PARTY) : Optional.empty();
  }

  private Optional<LinkRole> role(List<String> left, int index, Cues.Match cue) {
    List<String> after = left.subList(index + 1, left.size());
    return switch (cue.effect()) {
      case "own" -> Optional.of(LinkRole.OWN);
      case "own-state" -> isSaidOfNoun(after) ? Optional.empty() : Optional.of(LinkRole.OWN);
      case "third" -> after.contains(";") ? Optional.empty() : Optional.of(thirdOrOwn(left, cue));
      case "unknown" -> Optional.of(LinkRole.UNKNOWN);
      case "unknown-in" ->
          after.stream().anyMatch(packages::contains)
              ? Optional.of(LinkRole.UNKNOWN)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** "the available dataset" tells nothing of whose it is, "the dataset is available" does. */
  private boolean isSaidOfNoun(List<String> after) {
    return !after.isEmpty() && nouns.contains(after.getFirst());
  }

  /**
   * "We provide a demo built on Base at …" is about the demo; "our code is built on Base: …" is
   * about Base.
   */
  private LinkRole thirdOrOwn(List<String> left, Cues.Match cue) {
    String last = left.getLast();
    boolean introduced = last.equals("at") || last.equals(":");
    String verb = left.get(cue.first());
    boolean participle =
        (verb.endsWith("ed") || verb.equals("built"))
            && cue.first() > 0
            && !auxiliaries.contains(left.get(cue.first() - 1));
    boolean own = introduced && participle && isOwnBefore(left, cue.first());
    return own ? LinkRole.OWN : LinkRole.THIRD_PARTY;
  }

  private boolean isOwnBefore(List<String> left, int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (cues.endingAt(left, i).effect().startsWith("own")) {
        return true;
      }
    }
    return false;
  }

  /** Where the parenthesis opens that closes at an index: what it holds is of something else. */
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
}
