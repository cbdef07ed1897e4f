package io.paperflow.catalogue.query;

/** What a page of a search has beside its papers. */
public enum Detail {
  /** How many papers there are, their facets, and marked words: what people look at. */
  WHOLE,
  /** Nothing: what files are made of. Only the first page says how many papers there are. */
  PAPERS
}
