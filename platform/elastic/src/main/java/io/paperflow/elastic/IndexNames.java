package io.paperflow.elastic;

/** Names in Elasticsearch which several services rely on. A change is a migration. */
public final class IndexNames {

  /** The alias under which papers are read and written; versioned indices stand behind it. */
  public static final String PAPERS = "papers";

  private IndexNames() {}
}
