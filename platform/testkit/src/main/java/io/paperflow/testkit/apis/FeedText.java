package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.Arxiv.FeedItem;
import io.paperflow.testkit.world.Author;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a feed in one of the two formats. */
interface FeedText {

  String mediaType();

  String write(FeedHead head, List<FeedItem> items);

  /** One string with stray blanks, as the real feeds have it. */
  static String creators(List<Author> authors) {
    return authors.stream()
        .map(a -> a.name() + a.affiliation().map(at -> "  (" + at + ")").orElse(""))
        .collect(Collectors.joining(", "));
  }

  static String guid(FeedItem item) {
    return "oai:arXiv.org:" + item.paper().id() + "v" + item.version().number();
  }
}
