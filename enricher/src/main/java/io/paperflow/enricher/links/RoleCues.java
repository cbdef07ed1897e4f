package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose a link is, by the nearest phrase of {@code role-cues.tsv} that stands before it. */
final class RoleCues {

  private static final int NEAR = 8;

  private final Cues cues = Cues.load("role-cues.tsv");
  private final Set<String> packages;
  private final Set<String> nouns;
  private final Set<String> auxiliaries;
  private final Set<String> adverbs;
  private final Set<String> relatives;
  private final Set<String> pronouns;
  private final Set<String> coordinators;

  RoleCues(Lexicon lexicon) {
    packages = lexicon.list("package-noun");
    nouns = lexicon.list("label-noun");
    auxiliaries = lexicon.list("auxiliary");
    adverbs = lexicon.list("adverb");
    relatives = lexicon.list("relative");
    pronouns = lexicon.list("pronoun");
    coordinators = lexicon.list("coordinator");
  }

  /** The role that the words before a link give it, empty when they give none. */
  Optional<LinkRole> role(Sentence sentence) {
    List<String> left = sentence.left();
    boolean enclosed = !sentence.right().isEmpty() && sentence.right().getFirst().equals(",");
    boolean weakThird = false;
    for (int i = left.size() - 1; i >= 0; i--) {
      if (left.get(i).equals(")")) {
        i = opening(left, i);
        continue;
      }
      Cues.Match cue = cues.endingAt(left, i);
      boolean near = left.size() - i <= NEAR && !isNounUsed(left, i);
      boolean verb = near && cue.effect().equals("third-verb");
      if (verb && left.getLast().equals("(") && !pronouns.contains(left.get(i + 1))) {
        return Optional.of(LinkRole.THIRD_PARTY);
      }
      weakThird |= verb || (near && cue.effect().equals("weak-third"));
      if (cue.effect().equals("own-state") && isRelative(left, i)) {
        i = beforeRelative(left, i);
        continue;
      }
      Optional<LinkRole> role = role(left, i, cue, enclosed);
      if (role.isPresent()) {
        return role;
      }
    }
    return weakThird ? Optional.of(LinkRole.THIRD_PARTY) : Optional.empty();
  }

  private Optional<LinkRole> role(List<String> left, int index, Cues.Match cue, boolean enclosed) {
    List<String> after = left.subList(index + 1, left.size());
    return switch (cue.effect()) {
      case "own" -> Optional.of(LinkRole.OWN);
      case "own-state" -> isSaidOfNoun(after) ? Optional.empty() : Optional.of(LinkRole.OWN);
      case "third" ->
          after.contains(";") ? Optional.empty() : Optional.of(thirdOrOwn(left, cue, enclosed));
      case "unknown" -> Optional.of(LinkRole.UNKNOWN);
      case "unknown-in" ->
          after.stream().anyMatch(packages::contains)
              ? Optional.of(LinkRole.UNKNOWN)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /**
   * "the toolkit available at", "a toolkit, which is available at" tell nothing of whose it is,
   * "the toolkit is available at" and "the toolkit is built on Base and available at" do.
   */
  private boolean isRelative(List<String> left, int index) {
    int before = beforeAdverbs(left, index);
    if (before < 0 || left.get(before).equals(",")) {
      return false;
    }
    if (coordinators.contains(left.get(before))) {
      return !followsPredicate(left, before);
    }
    return !auxiliaries.contains(left.get(before))
        || (before > 0 && relatives.contains(left.get(before - 1)));
  }

  /** Whether what is coordinated stands beside the verb of the sentence's own subject. */
  private boolean followsPredicate(List<String> left, int coordinator) {
    int verb = coordinator - 1;
    while (verb >= 0 && !auxiliaries.contains(left.get(verb))) {
      verb--;
    }
    return verb >= 0 && (verb == 0 || !relatives.contains(left.get(verb - 1)));
  }

  /** Where the noun stands that a relative clause is about. */
  private int beforeRelative(List<String> left, int index) {
    int before = beforeAdverbs(left, index);
    if (!auxiliaries.contains(left.get(before))) {
      return before + 1;
    }
    int comma = before - 2;
    return comma >= 0 && left.get(comma).equals(",") ? comma : before - 1;
  }

  /** "the code used here" is not "we used the code". */
  private boolean isNounUsed(List<String> left, int index) {
    return index > 0 && left.get(index).equals("used") && nouns.contains(left.get(index - 1));
  }

  private int beforeAdverbs(List<String> left, int index) {
    int before = index - 1;
    while (before >= 0 && adverbs.contains(left.get(before))) {
      before--;
    }
    return before;
  }

  /** "the available dataset" tells nothing of whose it is, "the dataset is available" does. */
  private boolean isSaidOfNoun(List<String> after) {
    return !after.isEmpty() && nouns.contains(after.getFirst());
  }

  /**
   * "We provide a demo built on Base at …" is about the demo; "our code is built on Base: …" and
   * "our code, built on Base at …, is" are about Base.
   */
  private LinkRole thirdOrOwn(List<String> left, Cues.Match cue, boolean enclosed) {
    String last = left.getLast();
    boolean introduced = last.equals("at") || last.equals(":");
    String verb = left.get(cue.first());
    boolean participle =
        (verb.endsWith("ed") || verb.equals("built"))
            && cue.first() > 0
            && !auxiliaries.contains(left.get(cue.first() - 1));
    boolean aside = enclosed && cue.first() > 0 && left.get(cue.first() - 1).equals(",");
    boolean own = introduced && participle && !aside && isOwnBefore(left, cue.first());
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
