package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one link of all mentions of an address. */
final class Merge {

  /** The authors' own first. */
  static final Comparator<LinkRole> BY_ROLE = Comparator.comparingInt(Merge::rank);

  private Merge() {}

  /** The mentions of each address, in the order of the first ones. */
  static Collection<List<FoundLink>> byAddress(List<FoundLink> mentions) {
    Map<String, List<FoundLink>> same = new LinkedHashMap<>();
    for (FoundLink link : mentions) {
      same.computeIfAbsent(identity(link), _ -> new ArrayList<>()).add(link);
    }
    return same.values();
  }

  /**
   * The first mention, with what any other one knows better: that the link is the authors' own,
   * that it is there already, what stands below the repository.
   */
  static FoundLink one(List<FoundLink> same) {
    FoundLink first = same.getFirst();
    return new FoundLink(
        first.field(),
        first.url(),
        first.kind(),
        same.stream().map(FoundLink::role).min(BY_ROLE).orElse(first.role()),
        same.stream().anyMatch(mention -> mention.state() == LinkState.AVAILABLE)
            ? LinkState.AVAILABLE
            : first.state(),
        same.stream().mapToDouble(FoundLink::confidence).max().orElse(first.confidence()),
        same.stream().flatMap(mention -> mention.subPath().stream()).findFirst(),
        first.start(),
        first.end(),
        first.raw(),
        first.rule());
  }

  /** Forges do not tell upper from lower case in names; other sites may. */
  private static String identity(FoundLink link) {
    return switch (link.kind()) {
      case CODE_REPO, CODE_ORG, MODEL_OR_DATASET -> Domains.lower(link.url());
      default -> link.url().substring(link.url().indexOf("://"));
    };
  }

  private static int rank(LinkRole role) {
    return switch (role) {
      case OWN -> 0;
      case THIRD_PARTY -> 2;
      default -> 1;
    };
  }
}
