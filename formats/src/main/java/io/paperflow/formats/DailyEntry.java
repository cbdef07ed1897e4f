package io.paperflow.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.paperflow.schemas.Author;
import io.paperflow.schemas.DailyListing;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object of the Daily Papers API: of an entry, or of the paper nested in it. An
 * entry's {@code publishedAt} is not the paper's, and its {@code upvotes} do not count.
 */
final class DailyEntry {

  private @Nullable DailyEntry paper;
  private Optional<ArxivId> id = Optional.empty();
  private Optional<String> title = Optional.empty();
  private Optional<String> summary = Optional.empty();
  private final List<Author> authors = new ArrayList<>();
  private Optional<Instant> publishedAt = Optional.empty();
  private Optional<Instant> submittedOnDailyAt = Optional.empty();
  private Optional<String> submitter = Optional.empty();
  private OptionalInt upvotes = OptionalInt.empty();
  private OptionalInt comments = OptionalInt.empty();
  private Optional<String> aiSummary = Optional.empty();
  private List<String> aiKeywords = List.of();
  private final HubLinks links = new HubLinks();

  static DailyEntry read(JsonParser json) throws IOException, RecordException {
    var entry = new DailyEntry();
    Json.object(json, name -> entry.field(name, json));
    return entry;
  }

  private void field(String name, JsonParser json) throws IOException, RecordException {
    switch (name) {
      case "paper" -> {
        if (json.currentToken() == JsonToken.START_OBJECT) {
          paper = read(json);
        } else {
          json.skipChildren();
        }
      }
      case "id" -> id = ArxivIdField.read(json);
      case "title" -> title = Json.text(json);
      case "summary" -> summary = Json.text(json);
      case "authors" -> Json.list(json, () -> author(json));
      case "publishedAt" -> publishedAt = Json.time(json);
      case "submittedOnDailyAt" -> submittedOnDailyAt = Json.time(json);
      case "submittedOnDailyBy", "submittedBy" -> submitter = login(json).or(() -> submitter);
      case "upvotes" -> upvotes = Json.count(json);
      case "numComments" -> comments = Json.count(json);
      case "ai_summary" -> aiSummary = Json.text(json);
      case "ai_keywords" -> aiKeywords = Json.texts(json);
      default -> links.read(name, json);
    }
  }

  /** Adds the author, unless the list hides it: hidden ones are said not to be of the paper. */
  private void author(JsonParser json) throws IOException, RecordException {
    var names = new ArrayList<String>();
    var hidden = new AtomicBoolean();
    Json.object(
        json,
        name -> {
          switch (name) {
            case "name" -> Json.text(json).ifPresent(names::add);
            case "hidden" -> hidden.set(json.currentToken() == JsonToken.VALUE_TRUE);
            default -> json.skipChildren();
          }
        });
    if (!hidden.get()) {
      names.forEach(name -> authors.add(Author.newBuilder().setName(Text.oneLine(name)).build()));
    }
  }

  /** The login is in {@code user} or, without it, in {@code name}. */
  private static Optional<String> login(JsonParser json) throws IOException, RecordException {
    var logins = new ArrayList<String>();
    Json.object(
        json,
        name -> {
          switch (name) {
            case "user" -> Json.text(json).ifPresent(logins::addFirst);
            case "name" -> Json.text(json).ifPresent(logins::addLast);
            default -> json.skipChildren();
          }
        });
    return logins.stream().findFirst();
  }

  PaperDraft draft() {
    if (paper == null) {
      return draft(this);
    }
    DailyEntry inner = paper;
    inner.title = inner.title.or(() -> title);
    inner.summary = inner.summary.or(() -> summary);
    return draft(inner);
  }

  private PaperDraft draft(DailyEntry inner) {
    var draft = new PaperDraft();
    draft.arxivId = inner.id;
    draft.title = inner.title.orElse("");
    draft.abstractText = inner.summary.orElse("");
    draft.authors.addAll(inner.authors);
    draft.published = inner.publishedAt;
    draft.daily = listing(inner);
    draft.sourceTime = inner.submittedOnDailyAt.or(() -> inner.publishedAt);
    draft.aiSummary = inner.aiSummary;
    draft.keywords.addAll(inner.aiKeywords);
    draft.links.addAll(inner.links.declared());
    return draft;
  }

  /** The place on the list, when something is said of it. */
  private Optional<DailyListing> listing(DailyEntry inner) {
    Optional<String> by = inner.submitter.or(() -> submitter);
    DailyListing.Builder listing = DailyListing.newBuilder();
    inner
        .submittedOnDailyAt
        .map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC))
        .ifPresent(listing::setDate);
    inner.upvotes.ifPresent(listing::setUpvotes);
    comments.ifPresent(listing::setComments);
    by.ifPresent(listing::setSubmittedBy);
    boolean listed =
        inner.submittedOnDailyAt.isPresent()
            || inner.upvotes.isPresent()
            || comments.isPresent()
            || by.isPresent();
    return listed ? Optional.of(listing.build()) : Optional.empty();
  }
}
