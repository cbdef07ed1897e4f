package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkRole;
import java.util.Set;

/**
 * Whose a link is, by its sentence. Papers mostly link what is theirs, so a sentence that says
 * nothing is read as own, and a text that is only an address as unknown.
 */
final class RoleRule {

  private final RoleCues cues;
  private final Mentions mentions;
  private final Set<String> labels;

  RoleRule(Lexicon lexicon) {
    cues = new RoleCues(lexicon);
    mentions = new Mentions(lexicon);
    labels = lexicon.lists("label-noun", "label-filler");
  }

  LinkRole role(Sentence sentence, Sighting sighting) {
    if (isPullRequest(sighting)) {
      return LinkRole.THIRD_PARTY;
    }
    if (sentence.isAlone()) {
      return LinkRole.UNKNOWN;
    }
    if (sentence.isLabelled(labels)) {
      return LinkRole.OWN;
    }
    return cues.role(sentence)
        .orElseGet(
            () -> mentions.isMention(sentence, sighting) ? LinkRole.THIRD_PARTY : LinkRole.OWN);
  }

  /** A pull request goes into the repository of others. */
  private static boolean isPullRequest(Sighting sighting) {
    String below = sighting.target().map(Target::subPath).orElse("");
    return below.startsWith("pull/") || below.contains("merge_requests/");
  }
}
