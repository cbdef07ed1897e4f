package io.paperflow.fetcher.input;

import io.paperflow.formats.Reading;
import io.paperflow.schemas.RawDocument;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it takes. */
final class Collected implements DocumentSink {

  final List<RawDocument> documents = new ArrayList<>();
  final List<Reading.Unreadable> leftOut = new ArrayList<>();

  @Override
  public void document(RawDocument document) {
    documents.add(document);
  }

  @Override
  public void leftOut(String uri, Reading.Unreadable record) {
    leftOut.add(record);
  }

  List<String> uris() {
    return documents.stream().map(RawDocument::getUri).toList();
  }
}
