package io.paperflow.fetcher.sources.arxiv;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.sources.page.Addresses;
import io.paperflow.fetcher.sources.page.Cursors;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request for a page of a list.
 *
 * @param verb {@code ListRecords}, or {@code ListIdentifiers} for the headers alone
 */
record OaiRequest(URI address, String verb, String prefix) {

  static final String FROM = "from";
  static final String UNTIL = "until";
  static final String SET = "set";
  static final String TOKEN = "token";
  static final String PAGE = "page";

  /** What is asked: a token stands for everything else. */
  URI uri(Cursor cursor) {
    return cursor
        .get(TOKEN)
        .map(
            token -> {
              Map<String, String> parameters = new LinkedHashMap<>();
              parameters.put("verb", verb);
              parameters.put("resumptionToken", token);
              return Addresses.query(address, parameters);
            })
        .orElseGet(() -> first(cursor));
  }

  /** Under which the page is published: without the token, which is another one at each reading. */
  URI name(Cursor cursor) {
    int page = Cursors.number(cursor, PAGE);
    return page == 0 ? first(cursor) : URI.create(first(cursor) + "&page=" + page);
  }

  private URI first(Cursor cursor) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("verb", verb);
    parameters.put("metadataPrefix", prefix);
    for (String name : new String[] {SET, FROM, UNTIL}) {
      cursor.get(name).ifPresent(value -> parameters.put(name, value));
    }
    return Addresses.query(address, parameters);
  }
}
