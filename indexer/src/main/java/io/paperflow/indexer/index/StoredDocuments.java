package io.paperflow.indexer.index;

import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.IndexNames;
import io.paperflow.indexer.document.DocumentReader;
import io.paperflow.indexer.document.UnreadableDocumentException;
import io.paperflow.pipeline.Failure;
import java.util.List;

/** Reads papers by id, also those written a moment ago. Thread-safe. */
final class StoredDocuments {

  private static final int MOST_IDS = 250;

  private final MultiGet papers;

  StoredDocuments(ElasticsearchHttp http) {
    this.papers = new MultiGet(http, IndexNames.PAPERS, MOST_IDS);
  }

  /** What is stored under each id, in the ids' order. */
  List<Stored> get(List<String> ids) throws InterruptedException {
    return papers.get(ids).stream().map(StoredDocuments::stored).toList();
  }

  private static Stored stored(MultiGet.Doc doc) {
    return switch (doc) {
      case MultiGet.Doc.Found found -> read(found);
      case MultiGet.Doc.Missing _ -> new Stored.Missing();
      case MultiGet.Doc.Unknown(_, Failure failure) -> new Stored.Unknown(failure);
    };
  }

  private static Stored read(MultiGet.Doc.Found doc) {
    try {
      return new Stored.Found(DocumentReader.read(doc.id(), doc.source()), doc.guard());
    } catch (UnreadableDocumentException e) {
      return new Stored.Unknown(
          Failure.permanent(
              "stored-document-unreadable",
              "Document %s of %s was not written by paperflow (%s): delete it and replay"
                  .formatted(doc.id(), IndexNames.PAPERS, e.getMessage())));
    }
  }
}
