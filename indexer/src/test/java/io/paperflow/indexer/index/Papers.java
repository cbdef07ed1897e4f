package io.paperflow.indexer.index;

import io.paperflow.pipeline.Delivery;
import io.paperflow.schemas.Author;
import io.paperflow.schemas.AvroCodec;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.Evidence;
import io.paperflow.schemas.Link;
import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import io.paperflow.schemas.PaperKeys;
import io.paperflow.schemas.PaperRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Invented papers as they come from the topic. */
public final class Papers {

  public static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

  private static final AvroCodec<EnrichedPaper> CODEC = AvroCodec.of(EnrichedPaper.class);

  private Papers() {}

  /** Different papers of one source, with ids that begin with the prefix. */
  static List<Delivery<EnrichedPaper>> batch(String prefix, int papers) {
    return IntStream.range(0, papers).mapToObj(n -> said("arxiv", prefix + n, TIME)).toList();
  }

  /** What a source said about a paper at a time. */
  public static Delivery<EnrichedPaper> said(String source, String id, Instant sourceTime) {
    PaperRecord paper =
        PaperRecord.newBuilder()
            .setPaperKey(id)
            .setSource(source)
            .setTitle("On " + id + " as of " + sourceTime)
            .setAbstract$("We release our code at https://github.com/" + source + "/code.")
            .setAuthors(List.of(Author.newBuilder().setName("A. Author").build()))
            .setPublished(TIME)
            .setCategories(List.of("cs.LG"))
            .setSourceTime(sourceTime)
            .setFetchedAt(TIME.plusSeconds(60))
            .setRawUri("file:///papers.xml")
            .setRawSha256("0a1b2c")
            .build();
    EnrichedPaper enriched =
        EnrichedPaper.newBuilder().setPaper(paper).setLinks(List.of(link(source))).build();
    return new Delivery<>(
        PaperKeys.messageKey(paper), enriched, CODEC.encode(enriched).length, TIME, Map.of());
  }

  private static Link link(String source) {
    String url = "https://github.com/" + source + "/code";
    return Link.newBuilder()
        .setUrl(url)
        .setKind(LinkKind.CODE_REPO)
        .setRole(LinkRole.OWN)
        .setState(LinkState.AVAILABLE)
        .setConfidence(0.9)
        .setEvidence(
            List.of(
                Evidence.newBuilder()
                    .setSource(source)
                    .setField("abstract")
                    .setStart(23)
                    .setEnd(23 + url.length())
                    .setRaw(url)
                    .setRule("url")
                    .build()))
        .build();
  }
}
