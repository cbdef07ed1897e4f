package io.paperflow.indexer.fusion;

import java.util.List;
import java.util.Optional;

/** The fields of a {@link Content}, with their names in a document. */
public enum ContentField {
  ARXIV_ID("arxivId"),
  DOI("doi"),
  OPENREVIEW_ID("openreviewId"),
  TITLE("title"),
  ABSTRACT("abstract"),
  AUTHORS("authors"),
  PUBLISHED("published"),
  UPDATED("updated"),
  CATEGORIES("categories"),
  COMMENTS("comments"),
  JOURNAL_REF("journalRef"),
  LICENSE("license"),
  VENUE("venue"),
  KEYWORDS("keywords"),
  AI_SUMMARY("aiSummary"),
  VERSIONS("versions"),
  DAILY("daily"),
  WITHDRAWN("withdrawn"),
  LINKS("links");

  private final String key;

  ContentField(String key) {
    this.key = key;
  }

  /** Its name in a document. */
  public String key() {
    return key;
  }

  /** Whether two contents say the same here. */
  public boolean same(Content a, Content b) {
    return value(a).equals(value(b));
  }

  /** Whether a content says something here. */
  public boolean isGiven(Content content) {
    return switch (value(content)) {
      case Optional<?> optional -> optional.isPresent();
      case List<?> list -> !list.isEmpty();
      case String text -> !text.isEmpty();
      case Boolean flag -> flag;
      case Object _ -> true;
    };
  }

  private Object value(Content content) {
    return switch (this) {
      case ARXIV_ID -> content.arxivId();
      case DOI -> content.doi();
      case OPENREVIEW_ID -> content.openreviewId();
      case TITLE -> content.title();
      case ABSTRACT -> content.abstractText();
      case AUTHORS -> content.authors();
      case PUBLISHED -> content.published();
      case UPDATED -> content.updated();
      case CATEGORIES -> content.categories();
      case COMMENTS -> content.comments();
      case JOURNAL_REF -> content.journalRef();
      case LICENSE -> content.license();
      case VENUE -> content.venue();
      case KEYWORDS -> content.keywords();
      case AI_SUMMARY -> content.aiSummary();
      case VERSIONS -> content.versions();
      case DAILY -> content.daily();
      case WITHDRAWN -> content.withdrawn();
      case LINKS -> content.links();
    };
  }
}
