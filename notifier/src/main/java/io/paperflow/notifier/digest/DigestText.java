package io.paperflow.notifier.digest;

import io.paperflow.catalogue.page.CodeView;
import java.util.Locale;
import java.util.Optional;

/** A digest as plain text. */
public final class DigestText {

  private final StringBuilder text = new StringBuilder();

  private DigestText() {}

  /** Lines that end with a line feed. */
  public static String of(Digest digest) {
    DigestText writer = new DigestText();
    writer.line(digest.title());
    for (DigestSection section : digest.sections()) {
      writer.line("");
      writer.line(section.heading().toUpperCase(Locale.ENGLISH));
      section.papers().forEach(writer::paper);
    }
    digest
        .manage()
        .ifPresent(
            address -> {
              writer.line("");
              writer.line("-- ");
              writer.line("Change or end this: " + address);
            });
    return writer.text.toString();
  }

  private void paper(DigestPaper paper) {
    line("");
    line("* " + paper.title());
    indented(paper.authors());
    indented(paper.date());
    indented(paper.why().isEmpty() ? "" : "Why: " + paper.why());
    indented(paper.lead());
    for (CodeView code : paper.code()) {
      indented(
          "%s: %s%s"
              .formatted(
                  code.tag(),
                  code.address().orElse(code.label()),
                  code.facts().isEmpty() ? "" : " (" + String.join(", ", code.facts()) + ")"));
    }
    indented(paper.page() + with("abstract", paper.abstractPage()) + with("PDF", paper.pdf()));
  }

  private static String with(String label, Optional<String> address) {
    return address.map(url -> " · " + label + " " + url).orElse("");
  }

  private void indented(String line) {
    if (!line.isEmpty()) {
      line("  " + DigestPaper.line(line));
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
