package io.paperflow.enricher.links;

/** How the kind of a link is known. */
enum KindReading {
  /** By its host. */
  HOST,
  /** A site of any sort: a page, unless the sentence or the file's name says otherwise. */
  SITE,
  /** A short link: only the sentence says where it leads. */
  SHORT,
  /** A DOI: a publication, unless its prefix or the sentence says that it is a deposit. */
  DOI
}
