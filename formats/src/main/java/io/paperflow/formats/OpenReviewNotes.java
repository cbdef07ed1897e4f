package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Notes of the OpenReview API ({@code https://api2.openreview.net/notes}): an object with a list of
 * submissions, the list alone, or a note a line. Of version 2, whose fields are {@code
 * content.X.value}, and of version 1, whose are {@code content.X}.
 */
final class OpenReviewNotes implements Format {

  private static final JsonObjects NOTES =
      new JsonObjects(Optional.of("notes"), json -> OpenReviewNote.read(json).draft());

  private static final Set<String> SIGNS_OF_A_NOTE = Set.of("forum", "invitation", "invitations");

  @Override
  public String mediaType() {
    return MediaTypes.OPENREVIEW_NOTES;
  }

  @Override
  public String source() {
    return Sources.OPENREVIEW;
  }

  @Override
  public boolean recognises(Head head) {
    return head.jsonObjects(NOTES.list()).stream().anyMatch(OpenReviewNotes::isNote)
        || head.isEmptyList("notes", "count");
  }

  private static boolean isNote(JsonShape object) {
    return object.nested("content")
        && object.fields().contains("id")
        && object.fields().stream().anyMatch(SIGNS_OF_A_NOTE::contains);
  }

  @Override
  public void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    NOTES.cut(document, size, parts);
  }

  @Override
  public void read(RawDocument document, Consumer<Reading> out) {
    NOTES.read(document, out);
  }
}
