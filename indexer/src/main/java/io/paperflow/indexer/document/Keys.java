package io.paperflow.indexer.document;

/** Names in a document beside those of {@link io.paperflow.indexer.fusion.ContentField}. */
final class Keys {

  static final String ID = "id";
  static final String SOURCES = "sources";
  static final String REPOSITORIES = "repositories";
  static final String MODELS = "models";
  static final String CODE = "code";
  static final String FACTS = "facts";
  static final String HAS_CODE = "hasCode";
  static final String FIRST_SEEN = "firstSeen";
  static final String INDEXED_AT = "indexedAt";
  static final String FRESHNESS = "freshness";
  static final String STATEMENTS = "statements";

  static final String ALIASES = "aliases";

  static final String PAPER_KEY = "paperKey";
  static final String SOURCE = "source";
  static final String PART = "part";
  static final String SOURCE_TIME = "sourceTime";
  static final String FETCHED_AT = "fetchedAt";
  static final String RAW_URI = "rawUri";
  static final String RAW_SHA256 = "rawSha256";
  static final String LINK_RULES = "linkRules";

  /** Fields in which a statement differs from the document. */
  static final String DIFFERS = "differs";

  private Keys() {}
}
