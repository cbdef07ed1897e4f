package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the links of one text, from left to right. */
final class TextLinks {

  // More than any paper has; bounds what a hostile text costs.
  private static final int MOST = 500;

  private final Sightings sightings;
  private final KindRule kinds;
  private final RoleRule roles;
  private final StateRule states;

  TextLinks(Sightings sightings, Lexicon lexicon) {
    this.sightings = sightings;
    kinds = new KindRule(lexicon);
    roles = new RoleRule(lexicon);
    states = new StateRule(lexicon);
  }

  List<FoundLink> find(String field, String text) {
    List<FoundLink> found = new ArrayList<>();
    Anchors anchors = new Anchors(text);
    int floor = 0;
    int anchor = anchors.next(0);
    while (anchor >= 0 && found.size() < MOST) {
      Optional<Sighting> seen = sightings.at(text, anchor, floor);
      if (seen.isPresent()) {
        Sighting sighting = seen.get();
        int end = Display.doubledEnd(text, sighting.start(), sighting.end());
        sighting.target().map(t -> link(field, text, sighting, t, end)).ifPresent(found::add);
        floor = Math.max(anchor + 1, Display.end(text, sighting.start(), end));
        anchor = anchors.next(floor);
      } else {
        anchor = anchors.next(text.charAt(anchor) == '.' ? runEnd(text, anchor) : anchor + 1);
      }
    }
    return found;
  }

  /** Where the run of host characters ends that a full stop is part of: it is no host. */
  private static int runEnd(String text, int dot) {
    int end = dot;
    while (end < text.length() && Ascii.isName(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private FoundLink link(String field, String text, Sighting sighting, Target target, int end) {
    Sentence sentence = Sentence.around(text, sighting.start(), end);
    LinkRole role = roles.role(sentence, sighting);
    return new FoundLink(
        field,
        target.url(),
        kinds.kind(target, sentence),
        role,
        states.state(sentence, role),
        sighting.confidence(),
        Optional.of(target.subPath()).filter(path -> !path.isEmpty()),
        sighting.start(),
        end,
        text.substring(sighting.start(), end),
        sighting.rule());
  }
}
