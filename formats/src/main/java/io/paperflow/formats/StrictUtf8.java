package io.paperflow.formats;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes records, refusing what is not UTF-8. Reuses its buffer: for one thread. */
final class StrictUtf8 {

  private static final int INITIAL_CHARACTERS = 8192;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private CharBuffer characters = CharBuffer.allocate(INITIAL_CHARACTERS);

  /** The characters of a range of bytes; valid until the next call. */
  CharBuffer decode(byte[] bytes, int from, int to) throws RecordException {
    if (characters.capacity() < to - from) {
      characters = CharBuffer.allocate(to - from);
    }
    characters.clear();
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CoderResult result = decoder.reset().decode(in, characters, true);
    if (result.isError()) {
      throw new RecordException(
          Reading.Code.NOT_UTF8,
          "the record is not UTF-8: malformed at its byte " + (in.position() - from));
    }
    return characters.flip();
  }
}
