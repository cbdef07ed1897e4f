package io.paperflow.formats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The known formats. Immutable. */
public final class Formats {

  private final List<Format> formats;
  private final Map<String, Format> byMediaType;

  private Formats(List<Format> formats) {
    this.formats = List.copyOf(formats);
    this.byMediaType =
        formats.stream().collect(Collectors.toUnmodifiableMap(Format::mediaType, f -> f));
  }

  /** All formats there are. */
  public static Formats standard() {
    return new Formats(
        List.of(
            new ArxivSnapshot(),
            new ArxivOai(OaiMetadata.ARXIV),
            new ArxivOai(OaiMetadata.ARXIV_RAW),
            new ArxivOai(OaiMetadata.OAI_DC),
            new ArxivApi(),
            new ArxivFeed(),
            new AclAnthology(),
            new DailyPapersJson(),
            new PaperDetailsJson(),
            new HydratedPage(
                "DailyPapers",
                MediaTypes.DAILY_PAPERS_HTML,
                Sources.DAILY_PAPERS,
                DailyPapersJson.ENTRIES),
            new HydratedPage(
                "PaperContent",
                MediaTypes.HF_PAPER_HTML,
                Sources.HUGGINGFACE_PAPERS,
                PaperDetailsJson.PAPERS),
            new PwcLinks(),
            new PwcPapers(),
            new OpenReviewNotes(),
            new BiorxivDetails(),
            new DailyPapersFields(),
            new DailyPapersText(Layout.PARAGRAPHS),
            new DailyPapersText(Layout.ALTERNATING)));
  }

  /** The format of a document that begins so, or why it is refused. */
  public Recognition recognise(Head head) {
    Optional<Recognition.Refused> refused = HeadCheck.refuse(head);
    if (refused.isPresent()) {
      return refused.get();
    }
    for (Format format : formats) {
      if (format.recognises(head)) {
        return format
            .refusal(head)
            .<Recognition>map(refusal -> refusal)
            .orElseGet(() -> new Recognition.Recognised(format));
      }
    }
    return HeadCheck.unknown(head);
  }

  List<Format> all() {
    return formats;
  }

  /** The format of this name. */
  public Optional<Format> byMediaType(String mediaType) {
    return Optional.ofNullable(byMediaType.get(mediaType));
  }
}
