package io.paperflow.standalone;

import io.paperflow.fetcher.input.Documents;
import java.util.List;

/** The documents a user names; those that cannot be read are refused before anything starts. */
final class GivenDocuments {

  private GivenDocuments() {}

  static Documents resolve(List<String> arguments) throws Refusal {
    Documents documents = Documents.resolve(arguments);
    if (!documents.problems().isEmpty()) {
      throw Refusal.before(documents.problems());
    }
    return documents;
  }
}
