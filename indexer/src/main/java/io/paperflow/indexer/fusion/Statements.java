package io.paperflow.indexer.fusion;

import io.paperflow.schemas.DailyListing;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.PaperVersion;

/** Reads statements from the records of the topic. */
public final class Statements {

  private Statements() {}

  /** What a record says. */
  public static Statement of(EnrichedPaper enriched) {
    PaperRecord paper = enriched.getPaper();
    return new Statement(
        paper.getPaperKey(),
        paper.getSource(),
        paper.getPart(),
        paper.getSourceTime(),
        content(enriched),
        new Reading(
            paper.getFetchedAt(),
            paper.getRawUri(),
            paper.getRawSha256(),
            enriched.getLinkRules()));
  }

  private static Content content(EnrichedPaper enriched) {
    PaperRecord paper = enriched.getPaper();
    return new Content(
        paper.getArxivId(),
        paper.getDoi(),
        paper.getOpenreviewId(),
        paper.getTitle(),
        paper.getAbstract$(),
        paper.getAuthors().stream().map(a -> new Author(a.getName(), a.getAffiliation())).toList(),
        paper.getPublished(),
        paper.getUpdated(),
        paper.getCategories(),
        paper.getComments(),
        paper.getJournalRef(),
        paper.getLicense(),
        paper.getVenue(),
        paper.getKeywords(),
        paper.getAiSummary(),
        paper.getVersions().stream().map(Statements::version).toList(),
        paper.getDaily().map(Statements::daily),
        paper.getWithdrawn(),
        enriched.getLinks().stream().map(Statements::link).toList());
  }

  private static Version version(PaperVersion version) {
    return new Version(version.getNumber(), version.getCreated(), version.getSourceType());
  }

  private static Daily daily(DailyListing listing) {
    return new Daily(
        listing.getDate(), listing.getUpvotes(), listing.getComments(), listing.getSubmittedBy());
  }

  private static Link link(io.paperflow.schemas.Link link) {
    return new Link(
        link.getUrl(),
        link.getKind(),
        link.getRole(),
        link.getState(),
        link.getConfidence(),
        link.getSubPath(),
        link.getEvidence().stream().map(Statements::evidence).toList());
  }

  private static Evidence evidence(io.paperflow.schemas.Evidence e) {
    return new Evidence(
        e.getSource(), e.getField(), e.getStart(), e.getEnd(), e.getRaw(), e.getRule());
  }
}
