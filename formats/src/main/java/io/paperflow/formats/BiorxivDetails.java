package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Details of preprints from the API of bioRxiv and medRxiv ({@code
 * https://api.biorxiv.org/details/SERVER/FROM/TO/CURSOR}): an object with a list of versions, the
 * list alone, or a version a line. Each version is a statement about its paper as of its date.
 */
final class BiorxivDetails implements Format {

  private static final JsonObjects COLLECTION =
      new JsonObjects(Optional.of("collection"), json -> BiorxivVersion.read(json).draft());

  private static final Set<String> FIELDS =
      Set.of("doi", "title", "authors", "version", "category");

  /** An answer that says what was wrong with the question is no empty day. */
  private static final Pattern ERROR =
      Pattern.compile("(?i)\"status\"\\s*:\\s*\"(\\s*error[^\"]*)");

  @Override
  public String mediaType() {
    return MediaTypes.BIORXIV_DETAILS;
  }

  @Override
  public String source() {
    return Sources.BIORXIV;
  }

  @Override
  public boolean recognises(Head head) {
    return head.jsonObjects(COLLECTION.list()).stream()
            .anyMatch(version -> version.fields().containsAll(FIELDS))
        || head.isEmptyList("collection", "messages");
  }

  @Override
  public Optional<Recognition.Refused> refusal(Head head) {
    Matcher error = ERROR.matcher(head.text());
    return head.isEmptyList("collection", "messages") && error.find()
        ? Optional.of(XmlRefusals.error("the preprint server", error.group(1)))
        : Optional.empty();
  }

  @Override
  public void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    COLLECTION.cut(document, size, parts);
  }

  @Override
  public void read(RawDocument document, Consumer<Reading> out) {
    COLLECTION.read(document, out);
  }
}
