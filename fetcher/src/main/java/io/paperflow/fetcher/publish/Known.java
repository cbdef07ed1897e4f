package io.paperflow.fetcher.publish;

import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.Codec.UndecodableException;
import io.paperflow.schemas.DocumentState;

/**
 * What was last published of a document.
 *
 * @param sha256 of the bytes
 * @param fingerprint of the whole document; empty when there is none
 */
public record Known(String sha256, String fingerprint) {

  /** Nothing was published. */
  public static final Known NOTHING = new Known("", "");

  /** From what is kept; what cannot be read is as good as nothing: it is published again. */
  public static Known of(Codec<DocumentState> states, byte[] bytes) {
    try {
      DocumentState state = states.decode(bytes);
      return new Known(state.getSha256(), state.getFingerprint().orElse(""));
    } catch (UndecodableException e) {
      return NOTHING;
    }
  }
}
