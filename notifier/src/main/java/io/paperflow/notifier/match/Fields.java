package io.paperflow.notifier.match;

import io.paperflow.catalogue.paper.CodeSummary;
import io.paperflow.catalogue.paper.DailyListing;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.paper.Repository;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** A paper as a document of Lucene, with the names of fields that the index has. */
final class Fields {

  static final String ID = "id";
  static final String ARXIV_ID = "arxivId";
  static final String DOI = "doi";
  static final String OPENREVIEW_ID = "openreviewId";
  static final String TITLE = "title";
  static final String TITLE_EXACT = "title.exact";
  static final String ABSTRACT = "abstract";
  static final String KEYWORDS = "keywords";
  static final String AUTHORS = "authors.name";
  static final String REPOSITORY = "repositories.name";

  /** Title, abstract and key words together, by their stems. */
  static final String TEXTS = "texts";

  /** Title and names of authors together, by their letters. */
  static final String NAMES = "names";

  static final String VENUE = "venue";
  static final String CATEGORY = "categories";
  static final String SOURCE = "sources";
  static final String HAS_CODE = "hasCode";
  static final String LINK_KIND = "links.kind";
  static final String LANGUAGE = "code.language";
  static final String LICENSE = "code.license";
  static final String STARS = "code.stars";
  static final String VOTES = "daily.upvotes";

  /** Days since the epoch, in UTC, as {@link #PUBLISHED}. */
  static final String LISTED = "daily.date";

  static final String PUBLISHED = "published";

  private final Document document = new Document();

  private Fields() {}

  static Document of(Paper paper) {
    Fields fields = new Fields();
    fields.exact(ID, paper.id());
    paper.arxivId().ifPresent(id -> fields.exact(ARXIV_ID, id));
    paper.doi().ifPresent(id -> fields.exact(DOI, id));
    paper.openreviewId().ifPresent(id -> fields.exact(OPENREVIEW_ID, id));
    fields.text(TITLE, TEXTS, paper.title());
    fields.text(TITLE_EXACT, NAMES, paper.title());
    paper.abstractText().ifPresent(text -> fields.text(ABSTRACT, TEXTS, text));
    paper.keywords().forEach(word -> fields.text(KEYWORDS, TEXTS, word));
    paper.authors().forEach(author -> fields.text(AUTHORS, NAMES, author.name()));
    paper.venue().ifPresent(venue -> fields.text(VENUE, venue));
    paper.categories().forEach(category -> fields.label(CATEGORY, category));
    paper.sources().forEach(source -> fields.label(SOURCE, source));
    paper.repositories().stream()
        .map(Repository::name)
        .flatMap(Optional::stream)
        .forEach(name -> fields.text(REPOSITORY, name));
    paper.links().forEach(link -> fields.label(LINK_KIND, link.kind()));
    fields.label(HAS_CODE, Boolean.toString(paper.hasCode()));
    paper.code().ifPresent(fields::code);
    paper.daily().ifPresent(fields::daily);
    paper
        .published()
        .map(time -> time.atOffset(ZoneOffset.UTC).toLocalDate())
        .ifPresent(day -> fields.number(PUBLISHED, (int) day.toEpochDay()));
    return fields.document;
  }

  private void code(CodeSummary code) {
    code.language().ifPresent(language -> label(LANGUAGE, language));
    code.license().ifPresent(license -> label(LICENSE, license));
    code.stars().ifPresent(stars -> number(STARS, stars));
  }

  private void daily(DailyListing daily) {
    daily.upvotes().ifPresent(votes -> number(VOTES, votes));
    daily.date().ifPresent(day -> number(LISTED, (int) day.toEpochDay()));
  }

  private void text(String field, String together, String value) {
    text(field, value);
    text(together, value);
  }

  private void text(String field, String value) {
    document.add(new TextField(field, value, Field.Store.NO));
  }

  private void label(String field, String value) {
    exact(field, value.toLowerCase(Locale.ROOT));
  }

  private void exact(String field, String value) {
    document.add(new StringField(field, value, Field.Store.NO));
  }

  private void number(String field, int value) {
    document.add(new IntPoint(field, value));
  }
}
