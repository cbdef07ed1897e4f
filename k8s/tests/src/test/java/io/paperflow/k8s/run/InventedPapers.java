package io.paperflow.k8s.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Papers nobody wrote, as lines of arXiv's snapshot. */
final class InventedPapers {

  private int written;

  /** Puts a file of so many new papers into a folder, whole at once. */
  void put(Path folder, int count) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int number = ++written;
      lines.append(
          """
          {"id": "%02d%02d.%05d", "submitter": "P. %d", "authors": "Paula Number%d", \
          "title": "On the number %d and what follows from it", "comments": null, "journal-ref": null, \
          "doi": null, "report-no": null, "categories": "cs.LG", "license": null, \
          "abstract": "  We look at the number %d, of which nobody has said anything. Code is at \
          https://github.com/numbers/number-%d.\\n", \
          "versions": [{"version": "v1", "created": "Thu, 10 Sep 2026 17:59:58 GMT"}], \
          "update_date": "2026-09-11", "authors_parsed": [["Number%d", "Paula", ""]]}
          """
              .formatted(
                  // Ids have five digits since 2015.
                  20 + number / 1_000_000,
                  1 + number / 90_000 % 12,
                  number % 90_000,
                  number,
                  number,
                  number,
                  number,
                  number,
                  number));
    }
    Path file = Files.createTempFile(folder.getParent(), "papers", ".jsonl");
    Files.writeString(file, lines);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Files.move(
        file, folder.resolve("invented-" + written + ".jsonl"), StandardCopyOption.ATOMIC_MOVE);
  }
}
