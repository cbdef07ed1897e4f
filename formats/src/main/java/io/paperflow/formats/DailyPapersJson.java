package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Answers of the Daily Papers API ({@code https://huggingface.co/api/daily_papers}): a list of
 * entries, each with its paper nested or flat; also one entry alone, and one entry a line.
 */
final class DailyPapersJson implements Format {

  private static final Set<String> SIGNS_OF_AN_ENTRY =
      Set.of("upvotes", "submittedOnDailyAt", "discussionId", "numComments", "publishedAt");

  private static final Pattern EMPTY_LIST = Pattern.compile("\\s*\\[\\s*]\\s*");

  @Override
  public String mediaType() {
    return MediaTypes.DAILY_PAPERS_JSON;
  }

  @Override
  public String source() {
    return Sources.DAILY_PAPERS;
  }

  @Override
  public boolean recognises(Head head) {
    return head.jsonObjects().stream().anyMatch(DailyPapersJson::isEntry) || isEmptyList(head);
  }

  /** A page beyond the last, or of a day without papers. */
  private static boolean isEmptyList(Head head) {
    return head.beginsWith('[') && head.isWhole() && EMPTY_LIST.matcher(head.text()).matches();
  }

  private static boolean isEntry(JsonShape object) {
    return object.nested("paper") || isFlatEntry(object.fields());
  }

  private static boolean isFlatEntry(Set<String> fields) {
    return fields.contains("title")
        && fields.contains("summary")
        && fields.stream().anyMatch(SIGNS_OF_AN_ENTRY::contains);
  }

  @Override
  public void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    new JsonCutter(size, parts).cut(document);
  }

  @Override
  public void read(RawDocument document, Consumer<Reading> out) {
    byte[] bytes = Fragments.bytes(document);
    var records = new JsonRecords(document, bytes, json -> DailyEntry.read(json).draft(), out);
    JsonElements.forEach(
        bytes,
        (from, to, complete) -> {
          if (complete) {
            records.read(from, to);
          } else {
            records.cutOff(from, to);
          }
        });
  }
}
