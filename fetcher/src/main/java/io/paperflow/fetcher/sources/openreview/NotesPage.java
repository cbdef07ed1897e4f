package io.paperflow.fetcher.sources.openreview;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.fetcher.source.Fingerprint;
import io.paperflow.fetcher.sources.page.JsonPage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an answer of the API holds, as far as paging must know it.
 *
 * @param total notes in all, when it tells
 * @param created when the first note was created, when it tells
 * @param fingerprint equal for answers with the same notes
 */
record NotesPage(
    OptionalInt total, List<String> ids, Optional<Instant> created, String fingerprint) {

  /** Reads an answer; empty when it is none, or cut off. */
  static Optional<NotesPage> read(byte[] bytes) {
    return JsonPage.read(bytes).filter(answer -> answer.path("notes").isArray()).map(NotesPage::of);
  }

  private static NotesPage of(JsonNode answer) {
    JsonNode notes = answer.path("notes");
    List<String> ids = new ArrayList<>();
    notes.forEach(note -> ids.add(note.path("id").asText()));
    JsonNode count = answer.path("count");
    JsonNode created = notes.path(0).path("tcdate");
    // Some answers count the notes of the page alone, which tells nothing.
    boolean told = count.canConvertToInt() && count.asInt() > ids.size();
    return new NotesPage(
        told ? OptionalInt.of(count.asInt()) : OptionalInt.empty(),
        List.copyOf(ids),
        created.isIntegralNumber()
            ? Optional.of(Instant.ofEpochMilli(created.asLong()))
            : Optional.empty(),
        Fingerprint.of(notes.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
