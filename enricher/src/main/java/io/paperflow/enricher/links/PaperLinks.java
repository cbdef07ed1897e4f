package io.paperflow.enricher.links;

import io.paperflow.schemas.Evidence;
import io.paperflow.schemas.Link;
import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the mentions of a paper's links, the most trusted first, into one link an address. */
final class PaperLinks {

  private static final Comparator<Link> FIRST_OWN_THEN_AVAILABLE =
      Comparator.comparing(Link::getRole, Comparator.comparingInt(PaperLinks::rank))
          .thenComparing(Link::getState)
          .thenComparing(link -> link.getKind() != LinkKind.CODE_REPO);

  private final String source;
  private final Map<String, List<FoundLink>> mentions = new LinkedHashMap<>();

  /** Mentions found by a source. */
  PaperLinks(String source) {
    this.source = source;
  }

  /** Adds mentions that are trusted less than those added before. */
  void add(List<FoundLink> found) {
    for (FoundLink link : found) {
      mentions.computeIfAbsent(key(link), _ -> new ArrayList<>()).add(link);
    }
  }

  /**
   * The authors' own first, of these what is there before what is promised, code before the rest.
   */
  List<Link> links() {
    return mentions.values().stream().map(this::merge).sorted(FIRST_OWN_THEN_AVAILABLE).toList();
  }

  /** Forges do not tell upper from lower case in names; other sites may. */
  private static String key(FoundLink link) {
    return switch (link.kind()) {
      case CODE_REPO, CODE_ORG, MODEL_OR_DATASET -> Domains.lower(link.url());
      default -> link.url().substring(link.url().indexOf("://"));
    };
  }

  private Link merge(List<FoundLink> same) {
    FoundLink trusted = same.getFirst();
    Link.Builder link =
        Link.newBuilder()
            .setUrl(trusted.url())
            .setKind(trusted.kind())
            .setRole(
                same.stream()
                    .map(FoundLink::role)
                    .min(Comparator.comparingInt(PaperLinks::rank))
                    .orElse(LinkRole.UNKNOWN))
            .setState(
                same.stream().anyMatch(mention -> mention.state() == LinkState.AVAILABLE)
                    ? LinkState.AVAILABLE
                    : trusted.state())
            .setConfidence(same.stream().mapToDouble(FoundLink::confidence).max().orElse(0))
            .setEvidence(same.stream().map(this::evidence).toList());
    same.stream()
        .flatMap(mention -> mention.subPath().stream())
        .findFirst()
        .ifPresent(link::setSubPath);
    return link.build();
  }

  private static int rank(LinkRole role) {
    return switch (role) {
      case OWN -> 0;
      case THIRD_PARTY -> 2;
      default -> 1;
    };
  }

  private Evidence evidence(FoundLink link) {
    return Evidence.newBuilder()
        .setSource(source)
        .setField(link.field())
        .setStart(link.start())
        .setEnd(link.end())
        .setRaw(link.raw())
        .setRule(link.rule())
        .build();
  }
}
