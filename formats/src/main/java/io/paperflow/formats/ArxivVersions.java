package io.paperflow.formats;

import io.paperflow.schemas.PaperVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The versions of a paper, as arXiv lists them, the first one first. */
final class ArxivVersions {

  private static final int DIGITS = 4;

  private final List<PaperVersion> versions = new ArrayList<>();

  /** Adds a version; what has no number counts on. */
  void add(VersionDraft draft) {
    PaperVersion.Builder version =
        PaperVersion.newBuilder()
            .setNumber(
                draft
                    .number
                    .map(ArxivVersions::number)
                    .orElse(OptionalInt.empty())
                    .orElse(versions.size() + 1));
    draft.created.flatMap(Times::parseRfc1123).ifPresent(version::setCreated);
    draft.sourceType.ifPresent(version::setSourceType);
    versions.add(version.build());
  }

  /** Tells the draft what follows from the versions. */
  void describe(PaperDraft draft) {
    if (versions.isEmpty()) {
      return;
    }
    PaperVersion last = versions.getLast();
    draft.versions = versions;
    draft.published = versions.getFirst().getCreated();
    draft.updated = last.getCreated();
    draft.arxivVersion = OptionalInt.of(last.getNumber());
    draft.withdrawn |= last.getSourceType().filter(Withdrawal.SOURCE_TYPE::equals).isPresent();
  }

  private static OptionalInt number(String text) {
    int number = 0;
    for (int i = 1; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return OptionalInt.empty();
      }
      number = 10 * number + digit;
    }
    boolean valid = number > 0 && text.length() <= DIGITS + 1 && text.charAt(0) == 'v';
    return valid ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
