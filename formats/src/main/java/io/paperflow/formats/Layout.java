package io.paperflow.formats;

/** How a text dump of the Daily Papers page sets titles and abstracts. */
enum Layout {
  /** As paragraphs of one or several lines between blank lines. */
  PARAGRAPHS(MediaTypes.DAILY_PAPERS_PARAGRAPHS),

  /** As lines by turns, without blank lines. */
  ALTERNATING(MediaTypes.DAILY_PAPERS_ALTERNATING);

  private final String mediaType;

  Layout(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }
}
