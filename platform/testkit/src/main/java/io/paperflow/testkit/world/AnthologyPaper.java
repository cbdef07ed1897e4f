package io.paperflow.testkit.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A paper of the ACL Anthology.
 *
 * @param collection the XML file that has it, such as {@code 2026.acl}
 * @param volume such as {@code long}
 * @param shownAt when the file has it
 * @param year of the volume, which some do not tell
 */
public record AnthologyPaper(
    String collection,
    String volume,
    int number,
    Instant shownAt,
    String title,
    List<Author> authors,
    String text,
    Optional<String> doi,
    Optional<String> repository,
    Optional<Integer> year) {

  /** Its identifier, such as {@code 2026.acl-long.7}. */
  public String id() {
    return collection + "-" + volume + "." + number;
  }
}
