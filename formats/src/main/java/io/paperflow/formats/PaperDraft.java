package io.paperflow.formats;

import io.paperflow.schemas.Author;
import io.paperflow.schemas.DailyListing;
import io.paperflow.schemas.DeclaredLink;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.PaperVersion;
import io.paperflow.schemas.RawDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A paper record in the making: what a format has read so far, checked when it is finished. */
final class PaperDraft {

  private static final int TITLE_LIMIT = 4_000;
  private static final int ABSTRACT_LIMIT = 100_000;
  private static final int AUTHOR_LIMIT = 10_000;

  /** Where the records of one document are of several sources; else it is the document's. */
  Optional<String> source = Optional.empty();

  String part = "";
  String title = "";
  String abstractText = "";
  Optional<ArxivId> arxivId = Optional.empty();
  OptionalInt arxivVersion = OptionalInt.empty();
  Optional<String> doi = Optional.empty();
  Optional<String> openreviewId = Optional.empty();
  final List<Author> authors = new ArrayList<>();
  Optional<Instant> published = Optional.empty();
  Optional<Instant> updated = Optional.empty();
  List<String> categories = List.of();
  Optional<String> comments = Optional.empty();
  Optional<String> journalRef = Optional.empty();
  Optional<String> license = Optional.empty();
  Optional<String> venue = Optional.empty();
  List<PaperVersion> versions = List.of();
  final List<String> keywords = new ArrayList<>();
  Optional<String> aiSummary = Optional.empty();
  Optional<DailyListing> daily = Optional.empty();
  final List<DeclaredLink> links = new ArrayList<>();
  boolean withdrawn;
  Optional<Instant> sourceTime = Optional.empty();

  /** The record, or why there is none. */
  PaperRecord finish(RawDocument document) throws RecordException {
    String line = Text.oneLine(Text.clean(title));
    Optional<String> text = content(abstractText);
    check(line, text);
    String key =
        arxivId
            .map(PaperIdentity::ofArxiv)
            .or(() -> doi.map(PaperIdentity::ofDoi))
            .or(() -> openreviewId.map(PaperIdentity::ofOpenReview))
            .orElseGet(() -> PaperIdentity.ofTitle(line, firstAuthor(), text));
    PaperRecord.Builder record =
        PaperRecord.newBuilder()
            .setPaperKey(key)
            .setSource(source.orElseGet(document::getSource))
            .setPart(part)
            .setTitle(line)
            .setAuthors(authors)
            .setCategories(categories)
            .setKeywords(keywords)
            .setVersions(versions)
            .setDeclaredLinks(links)
            .setWithdrawn(withdrawn)
            .setSourceTime(sourceTime.or(document::getModifiedAt).orElseGet(document::getFetchedAt))
            .setFetchedAt(document.getFetchedAt())
            .setRawUri(document.getUri())
            .setRawSha256(document.getSha256());
    arxivId.map(ArxivId::id).ifPresent(record::setArxivId);
    version().ifPresent(record::setArxivVersion);
    doi.ifPresent(record::setDoi);
    openreviewId.ifPresent(record::setOpenreviewId);
    text.ifPresent(record::setAbstract$);
    published.ifPresent(record::setPublished);
    updated.ifPresent(record::setUpdated);
    comments.ifPresent(record::setComments);
    journalRef.ifPresent(record::setJournalRef);
    license.ifPresent(record::setLicense);
    venue.ifPresent(record::setVenue);
    aiSummary.ifPresent(record::setAiSummary);
    daily.ifPresent(record::setDaily);
    return record.build();
  }

  private Optional<String> firstAuthor() {
    return authors.stream().findFirst().map(Author::getName);
  }

  private OptionalInt version() {
    return arxivVersion.isPresent()
        ? arxivVersion
        : arxivId.map(ArxivId::version).orElse(OptionalInt.empty());
  }

  private void check(String line, Optional<String> text) throws RecordException {
    if (line.isEmpty()) {
      throw new RecordException(Reading.Code.NOT_A_PAPER, "the record has no title");
    }
    checkLimit("the title", line.length(), TITLE_LIMIT, "characters");
    checkLimit("the abstract", text.map(String::length).orElse(0), ABSTRACT_LIMIT, "characters");
    checkLimit("the list of authors", authors.size(), AUTHOR_LIMIT, "names");
  }

  private static void checkLimit(String what, int size, int limit, String unit)
      throws RecordException {
    if (size > limit) {
      throw new RecordException(
          Reading.Code.TOO_LARGE, "%s has %d %s, more than %d".formatted(what, size, unit, limit));
    }
  }

  /** The text stripped, if there is any. */
  static Optional<String> content(String text) {
    String stripped = Text.strip(Text.clean(text));
    return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
  }
}
