package io.paperflow.embedder;

import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.PaperRecord;
import java.time.Instant;
import java.util.List;

/** Papers nobody wrote. */
final class Papers {

  private Papers() {}

  static EnrichedPaper titled(String key, String title) {
    return EnrichedPaper.newBuilder()
        .setPaper(
            PaperRecord.newBuilder()
                .setPaperKey(key)
                .setSource("arxiv")
                .setTitle(title)
                .setAuthors(List.of())
                .setVersions(List.of())
                .setDeclaredLinks(List.of())
                .setSourceTime(Instant.EPOCH)
                .setFetchedAt(Instant.EPOCH)
                .setRawUri("file:///paper")
                .setRawSha256("00")
                .build())
        .setLinks(List.of())
        .build();
  }
}
