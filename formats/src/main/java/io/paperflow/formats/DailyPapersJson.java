package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Answers of the Daily Papers API ({@code https://huggingface.co/api/daily_papers}) and of the
 * search ({@code /api/papers/search}): a list of entries, each with its paper nested or flat; also
 * one entry alone, and one entry a line. Details of one paper are {@link PaperDetailsJson}.
 */
final class DailyPapersJson implements Format {

  /** In an object, the list is that of the page's state. */
  static final JsonObjects ENTRIES =
      new JsonObjects(Optional.of("dailyPapers"), json -> DailyEntry.read(json).draft());

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
    boolean entries = head.jsonObjects(ENTRIES.list()).stream().anyMatch(DailyPapersJson::isEntry);
    return (entries && !PaperDetailsJson.isDetails(head)) || isEmptyList(head);
  }

  /** A page beyond the last, or of a day without papers. */
  private static boolean isEmptyList(Head head) {
    return head.beginsWith('[') && head.isWhole() && EMPTY_LIST.matcher(head.text()).matches();
  }

  private static boolean isEntry(JsonShape object) {
    return object.nested("paper") || isFlatEntry(object);
  }

  static boolean isFlatEntry(JsonShape object) {
    Set<String> fields = object.fields();
    return fields.contains("title")
        && fields.contains("summary")
        && fields.stream().anyMatch(SIGNS_OF_AN_ENTRY::contains);
  }

  @Override
  public void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    ENTRIES.cut(document, size, parts);
  }

  @Override
  public void read(RawDocument document, Consumer<Reading> out) {
    ENTRIES.read(document, out);
  }
}
