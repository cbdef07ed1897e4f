package io.paperflow.notifier.digest;

import java.util.List;

/** Papers under a heading. Public for the templates. */
public record DigestSection(String heading, List<DigestPaper> papers) {

  public DigestSection {
    papers = List.copyOf(papers);
  }
}
