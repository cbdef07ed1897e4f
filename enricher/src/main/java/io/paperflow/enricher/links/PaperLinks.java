package io.paperflow.enricher.links;

import io.paperflow.schemas.Evidence;
import io.paperflow.schemas.Link;
import io.paperflow.schemas.LinkKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the mentions of a paper's links, the most trusted first, into one link an address. */
final class PaperLinks {

  private static final Comparator<Link> FIRST_OWN_THEN_AVAILABLE =
      Comparator.comparing(Link::getRole, Merge.BY_ROLE)
          .thenComparing(Link::getState)
          .thenComparing(link -> link.getKind() != LinkKind.CODE_REPO);

  private final String source;
  private final List<FoundLink> mentions = new ArrayList<>();

  /** Mentions found by a source. */
  PaperLinks(String source) {
    this.source = source;
  }

  /** Adds mentions that are trusted less than those added before. */
  void add(List<FoundLink> found) {
    mentions.addAll(found);
  }

  /**
   * The authors' own first, of these what is there before what is promised, code before the rest.
   */
  List<Link> links() {
    return Merge.byAddress(mentions).stream()
        .map(this::link)
        .sorted(FIRST_OWN_THEN_AVAILABLE)
        .toList();
  }

  private Link link(List<FoundLink> same) {
    FoundLink one = Merge.one(same);
    Link.Builder link =
        Link.newBuilder()
            .setUrl(one.url())
            .setKind(one.kind())
            .setRole(one.role())
            .setState(one.state())
            .setConfidence(one.confidence())
            .setEvidence(same.stream().map(this::evidence).toList());
    one.subPath().ifPresent(link::setSubPath);
    return link.build();
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
