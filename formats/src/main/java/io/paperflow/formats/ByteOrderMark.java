package io.paperflow.formats;

/** The three bytes that some programs write before UTF-8 text. */
final class ByteOrderMark {

  private ByteOrderMark() {}

  /** The length of the mark at the beginning of a document: 3, or 0 when there is none. */
  static int length(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }
}
