package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes of documents, and what is unreadable among them. */
final class Fragments {

  /** Bytes kept of a record that is too large to be kept whole. */
  static final int OVERSIZED_BYTES = 4096;

  private Fragments() {}

  static Reading.Unreadable unreadable(
      Reading.Code code, String message, byte[] bytes, int from, int to) {
    return new Reading.Unreadable(
        code, message, ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, to)).asReadOnlyBuffer());
  }

  /** A record that fills a window without an end. */
  static Reading.Unreadable oversized(byte[] beginning, int limit) {
    return unreadable(
        Reading.Code.TOO_LARGE,
        "a record of " + limit + " bytes or more is left out",
        beginning,
        0,
        Math.min(OVERSIZED_BYTES, beginning.length));
  }

  /** The document ends within the record of this range, or before its records do. */
  static Reading.Unreadable cutOff(byte[] bytes, int from, int to) {
    return unreadable(
        Reading.Code.TRUNCATED, "the document is cut off here: fetch it again", bytes, from, to);
  }

  /** The content of a document, not to be changed. */
  static byte[] bytes(RawDocument document) {
    ByteBuffer buffer = document.getBytes();
    if (buffer.hasArray()
        && buffer.arrayOffset() == 0
        && buffer.position() == 0
        && buffer.remaining() == buffer.array().length) {
      return buffer.array();
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
