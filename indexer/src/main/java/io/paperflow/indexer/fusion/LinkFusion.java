package io.paperflow.indexer.fusion;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Makes one link of all claims about it. The most trusted claim decides, where it knows; evidence
 * is collected and never overwritten.
 */
final class LinkFusion {

  private static final Comparator<Link> ORDER =
      comparingInt((Link link) -> rank(link.role()))
          .thenComparing(link -> link.state() == LinkState.PROMISED)
          .thenComparing(Link::trust)
          .thenComparing(Link::kind)
          .thenComparing(Link::confidence, Comparator.reverseOrder())
          .thenComparing(Link::identity);

  private LinkFusion() {}

  /**
   * Each link once: the authors' own before others', of these what is there before what is
   * promised, of these the most trusted first.
   */
  static List<Link> fuse(List<Link> claims) {
    if (claims.isEmpty()) {
      return List.of();
    }
    return claims.stream()
        .collect(groupingBy(Link::identity, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(LinkFusion::one)
        .sorted(ORDER)
        .toList();
  }

  static int rank(LinkRole role) {
    return switch (role) {
      case OWN -> 0;
      case UNKNOWN -> 1;
      case THIRD_PARTY -> 2;
    };
  }

  private static Link one(List<Link> claims) {
    List<Link> byTrust = claims.stream().map(LinkFusion::orderly).sorted(Orders.CLAIM).toList();
    Link first = byTrust.getFirst();
    return new Link(
        first.url(),
        first.kind(),
        byTrust.stream()
            .map(Link::role)
            .filter(role -> role != LinkRole.UNKNOWN)
            .findFirst()
            .orElse(LinkRole.UNKNOWN),
        byTrust.stream()
            .map(Link::state)
            .filter(state -> state != LinkState.UNKNOWN)
            .findFirst()
            .orElse(LinkState.UNKNOWN),
        byTrust.stream().mapToDouble(Link::confidence).max().orElse(0),
        byTrust.stream().flatMap(link -> link.subPath().stream()).findFirst(),
        evidence(byTrust));
  }

  private static Link orderly(Link claim) {
    return new Link(
        claim.url(),
        claim.kind(),
        claim.role(),
        claim.state(),
        claim.confidence(),
        claim.subPath(),
        evidence(List.of(claim)));
  }

  private static List<Evidence> evidence(List<Link> claims) {
    return claims.stream()
        .flatMap(claim -> claim.evidence().stream())
        .distinct()
        .sorted(Orders.EVIDENCE)
        .toList();
  }
}
