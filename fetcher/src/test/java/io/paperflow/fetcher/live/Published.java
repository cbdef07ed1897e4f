package io.paperflow.fetcher.live;

import io.paperflow.formats.Formats;
import io.paperflow.formats.Reading;
import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.Codec.UndecodableException;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.RawDocument;
import io.paperflow.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was published, as the parser reads it. */
record Published(List<PaperRecord> records, List<String> unreadable) {

  private static final Codec<RawDocument> DOCUMENTS = AvroTopicCodec.of(RawDocument.class);

  static Published of(Topic topic) {
    Formats formats = Formats.standard();
    List<PaperRecord> records = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Publication publication : topic.of(Topics.RAW)) {
      RawDocument document = decoded(publication);
      formats
          .byMediaType(document.getMediaType())
          .orElseThrow()
          .read(
              document,
              reading -> {
                switch (reading) {
                  case Reading.Paper(PaperRecord record) -> records.add(record);
                  case Reading.Unreadable no ->
                      unreadable.add(document.getUri() + ": " + no.message());
                }
              });
    }
    return new Published(records, unreadable);
  }

  /** The records of a source. */
  List<PaperRecord> of(String source) {
    return records.stream().filter(r -> r.getSource().equals(source)).toList();
  }

  /** The papers of a source. */
  Set<String> keys(String source) {
    return of(source).stream()
        .map(PaperRecord::getPaperKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the newest record of each paper of a source says, by paper; a later one wins a tie. */
  <T> Map<String, T> newest(String source, Function<PaperRecord, T> what) {
    Map<String, PaperRecord> newest = new TreeMap<>();
    for (PaperRecord record : of(source)) {
      newest.merge(
          record.getPaperKey(),
          record,
          (a, b) -> b.getSourceTime().isBefore(a.getSourceTime()) ? a : b);
    }
    Map<String, T> said = new TreeMap<>();
    newest.forEach((key, record) -> said.put(key, what.apply(record)));
    return said;
  }

  private static RawDocument decoded(Publication publication) {
    try {
      return DOCUMENTS.decode(publication.value().orElseThrow());
    } catch (UndecodableException e) {
      throw new AssertionError(e);
    }
  }
}
