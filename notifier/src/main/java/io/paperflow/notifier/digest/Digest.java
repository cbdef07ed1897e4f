package io.paperflow.notifier.digest;

import java.util.List;
import java.util.Optional;

/**
 * What is delivered at once. Public for the templates.
 *
 * @param title on one line
 * @param day in words
 * @param manage where the subscription is seen and changed; none for a preview of everyone's
 */
public record Digest(
    String title, String day, List<DigestSection> sections, Optional<String> manage) {

  public Digest {
    title = DigestPaper.line(title);
    sections = sections.stream().filter(section -> !section.papers().isEmpty()).toList();
  }

  /** Papers in all sections. */
  public int size() {
    return sections.stream().mapToInt(section -> section.papers().size()).sum();
  }

  /** Nothing empty is ever delivered. */
  public boolean isEmpty() {
    return sections.isEmpty();
  }
}
