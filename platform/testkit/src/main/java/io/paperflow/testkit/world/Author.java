package io.paperflow.testkit.world;

import java.util.Optional;

/** Who wrote a paper. */
public record Author(String given, String family, Optional<String> affiliation) {

  /** As it stands below a title. */
  public String name() {
    return given + " " + family;
  }
}
