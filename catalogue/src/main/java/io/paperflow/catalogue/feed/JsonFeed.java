package io.paperflow.catalogue.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>. */
record JsonFeed(
    String version,
    String title,
    @JsonProperty("home_page_url") String page,
    @JsonProperty("feed_url") String self,
    List<Item> items) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** An author. */
  record Author(String name) {}

  /** What the format has no name for. */
  record Extension(List<String> code) {}

  /** A paper. */
  record Item(
      String id,
      String url,
      String title,
      @JsonProperty("content_text") String text,
      @JsonProperty("date_published") String published,
      @JsonProperty("date_modified") String updated,
      List<Author> authors,
      List<String> tags,
      @JsonProperty("_paperflow") Extension extension) {

    static Item of(FeedItem item) {
      return new Item(
          item.id(),
          item.page(),
          item.title(),
          item.text(),
          item.published().toString(),
          item.updated().toString(),
          item.authors().stream().map(Author::new).toList(),
          item.categories(),
          new Extension(item.code()));
    }
  }

  static byte[] write(Feed feed) {
    try {
      return JSON.writeValueAsBytes(
          new JsonFeed(
              "https://jsonfeed.org/version/1.1",
              feed.title(),
              feed.page(),
              feed.self(),
              feed.items().stream().map(Item::of).toList()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
