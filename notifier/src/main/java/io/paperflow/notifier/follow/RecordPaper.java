package io.paperflow.notifier.follow;

import io.paperflow.catalogue.paper.Author;
import io.paperflow.catalogue.paper.DailyListing;
import io.paperflow.catalogue.paper.Link;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.PaperRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A paper as one source states it, for when the index does not have it. */
final class RecordPaper {

  private RecordPaper() {}

  static Paper of(EnrichedPaper enriched, Instant firstSeen) {
    PaperRecord record = enriched.getPaper();
    Optional<io.paperflow.schemas.DailyListing> daily = record.getDaily();
    return new Paper(
        record.getPaperKey(),
        record.getArxivId(),
        record.getDoi(),
        record.getOpenreviewId(),
        record.getTitle(),
        record.getAbstract$(),
        record.getAuthors().stream()
            .map(author -> new Author(author.getName(), author.getAffiliation()))
            .toList(),
        record.getPublished(),
        record.getUpdated(),
        record.getCategories(),
        record.getComments(),
        record.getJournalRef(),
        record.getLicense(),
        record.getVenue(),
        record.getKeywords(),
        record.getAiSummary(),
        record.getWithdrawn(),
        List.of(record.getSource()),
        daily.map(
            listing ->
                new DailyListing(
                    listing.getDate(),
                    listing.getUpvotes(),
                    listing.getComments(),
                    listing.getSubmittedBy())),
        enriched.getLinks().stream().map(RecordPaper::link).toList(),
        List.of(),
        List.of(),
        Optional.empty(),
        enriched.getLinks().stream()
            .anyMatch(
                link ->
                    link.getKind() == LinkKind.CODE_REPO && link.getRole() != LinkRole.THIRD_PARTY),
        Optional.of(firstSeen),
        Optional.empty(),
        Optional.empty());
  }

  private static Link link(io.paperflow.schemas.Link link) {
    return new Link(
        link.getUrl(),
        lower(link.getKind()),
        lower(link.getRole()),
        lower(link.getState()),
        link.getConfidence(),
        link.getSubPath(),
        List.of());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
