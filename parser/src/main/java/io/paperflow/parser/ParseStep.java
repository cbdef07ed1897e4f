package io.paperflow.parser;

import io.paperflow.formats.Format;
import io.paperflow.formats.Formats;
import io.paperflow.formats.Reading;
import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Outcome;
import io.paperflow.pipeline.Outcome.Output;
import io.paperflow.pipeline.Outcome.Rejected;
import io.paperflow.pipeline.Transform;
import io.paperflow.schemas.HeaderNames;
import io.paperflow.schemas.PaperKeys;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.RawDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the papers of a raw document; what cannot be read is rejected record by record. */
final class ParseStep implements Transform<RawDocument, PaperRecord> {

  private final Formats formats;
  private final Codec<RawDocument> codec;

  ParseStep(Formats formats, Codec<RawDocument> codec) {
    this.formats = formats;
    this.codec = codec;
  }

  @Override
  public Outcome<PaperRecord> apply(Delivery<RawDocument> input) {
    RawDocument document = input.value();
    Optional<Format> format = formats.byMediaType(document.getMediaType());
    if (format.isEmpty()) {
      return new Outcome.Failed<>(
          Failure.permanent(
              "unknown-media-type",
              document.getUri()
                  + ": no format reads "
                  + document.getMediaType()
                  + "; is the parser older than the fetcher?"));
    }
    List<Output<PaperRecord>> papers = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    format
        .get()
        .read(
            document,
            reading -> {
              switch (reading) {
                case Reading.Paper(PaperRecord paper) -> papers.add(output(paper));
                case Reading.Unreadable unreadable -> rejected.add(rejected(document, unreadable));
              }
            });
    return new Outcome.Transformed<>(papers, rejected);
  }

  private static Output<PaperRecord> output(PaperRecord paper) {
    return new Output<>(
        PaperKeys.messageKey(paper),
        paper.getPaperKey(),
        paper,
        Map.of(
            HeaderNames.SOURCE_TIME, paper.getSourceTime().toString(),
            HeaderNames.FETCHED_AT, paper.getFetchedAt().toString()));
  }

  /** The fragment travels as a raw document of its own, so that it can be replayed once mended. */
  private Rejected rejected(RawDocument document, Reading.Unreadable unreadable) {
    RawDocument fragment = RawDocument.newBuilder(document).setBytes(unreadable.fragment()).build();
    return new Rejected(
        Failure.permanent(
            unreadable.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            document.getUri() + ": " + unreadable.message()),
        codec.encode(fragment));
  }
}
