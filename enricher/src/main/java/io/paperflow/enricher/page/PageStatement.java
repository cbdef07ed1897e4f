package io.paperflow.enricher.page;

import io.paperflow.enricher.links.FoundLink;
import io.paperflow.enricher.links.LinkFinder;
import io.paperflow.enricher.mention.Places;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.Evidence;
import io.paperflow.schemas.Link;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.RepositoryMention;
import java.time.Instant;
import java.util.List;

/** What a page says of its paper, as a statement of a source of its own. Thread-safe. */
public final class PageStatement {

  /** A page is of the paper as far as one can tell. */
  private static final double CONFIDENCE = 0.9;

  private final LinkFinder finder;

  /** Statements with the revision of the finder. */
  public PageStatement(LinkFinder finder) {
    this.finder = finder;
  }

  /**
   * The statement of a page.
   *
   * @param sha256 of the page
   * @param now when it was read
   */
  public EnrichedPaper of(RepositoryMention mention, FoundLink code, String sha256, Instant now) {
    PaperRecord.Builder paper =
        PaperRecord.newBuilder()
            .setPaperKey(mention.getPaperKey())
            .setSource(Places.PAGE_SOURCE)
            .setPart(mention.getIdentity())
            .setTitle(mention.getTitle())
            .setSourceTime(now)
            .setFetchedAt(now)
            .setRawUri(mention.getUrl())
            .setRawSha256(sha256);
    mention.getArxivId().ifPresent(paper::setArxivId);
    mention.getDoi().ifPresent(paper::setDoi);
    mention.getOpenreviewId().ifPresent(paper::setOpenreviewId);
    return EnrichedPaper.newBuilder(finder.enrich(paper.build()))
        .setLinks(List.of(link(code)))
        .build();
  }

  private static Link link(FoundLink code) {
    Link.Builder link =
        Link.newBuilder()
            .setUrl(code.url())
            .setKind(code.kind())
            .setRole(code.role())
            .setState(code.state())
            .setConfidence(Math.min(CONFIDENCE, code.confidence()))
            .setEvidence(
                List.of(
                    Evidence.newBuilder()
                        .setSource(Places.PAGE_SOURCE)
                        .setField(PageLinks.FIELD)
                        .setStart(code.start())
                        .setEnd(code.end())
                        .setRaw(code.raw())
                        .setRule(code.rule())
                        .build()));
    code.subPath().ifPresent(link::setSubPath);
    return link.build();
  }
}
