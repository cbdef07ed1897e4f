package io.paperflow.catalogue.feed;

/** What feed readers read. */
public enum FeedFormat {
  /** RFC 4287. */
  ATOM("application/atom+xml"),
  /** RSS 2.0. */
  RSS("application/rss+xml"),
  /** JSON Feed 1.1. */
  JSON("application/feed+json");

  private final String mediaType;

  FeedFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The feed in this format, in UTF-8. */
  public byte[] write(Feed feed) {
    return switch (this) {
      case ATOM -> Atom.write(feed);
      case RSS -> Rss.write(feed);
      case JSON -> JsonFeed.write(feed);
    };
  }

  /** Without parameters. */
  public String mediaType() {
    return mediaType;
  }
}
