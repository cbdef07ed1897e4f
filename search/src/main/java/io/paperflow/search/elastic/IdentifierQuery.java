package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.paperflow.catalogue.paper.PaperIdentifier;

/** Finds the paper with an identifier, be it the one in its id or another. */
final class IdentifierQuery {

  private IdentifierQuery() {}

  static Query of(PaperIdentifier identifier, float boost) {
    String field =
        switch (identifier.scheme()) {
          case ARXIV -> "arxivId";
          case DOI -> "doi";
          case OPENREVIEW -> "openreviewId";
          case TITLE -> "id";
        };
    String value =
        identifier.scheme() == PaperIdentifier.Scheme.TITLE ? identifier.id() : identifier.value();
    return Query.of(q -> q.term(t -> t.field(field).value(value).boost(boost)));
  }
}
