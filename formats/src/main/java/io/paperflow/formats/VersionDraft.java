package io.paperflow.formats;

import java.util.Optional;

/** A version of a paper as arXiv writes it, in the making. */
final class VersionDraft {

  /** Such as {@code v2}. */
  Optional<String> number = Optional.empty();

  /** Such as {@code Mon, 11 Jan 2021 20:31:27 GMT}. */
  Optional<String> created = Optional.empty();

  Optional<String> sourceType = Optional.empty();
}
