package io.paperflow.elastic;

/** Names in Elasticsearch which several services rely on. A change is a migration. */
public final class IndexNames {

  /** The alias under which papers are read and written; versioned indices stand behind it. */
  public static final String PAPERS = "papers";

  /** The alias under which facts about repositories are read and written. */
  public static final String REPOSITORIES = "repositories";

  /** The index of the vectors of texts; another model has an index of another name. */
  public static final String VECTORS = "vectors-all-minilm-l6-v2";

  /** The alias under which it is kept which papers go by which names. */
  public static final String IDENTITIES = "identities";

  private IndexNames() {}
}
