package io.paperflow.pipeline;

import java.nio.charset.StandardCharsets;

/** Text that begins with {@code ?} cannot be decoded. */
final class TextCodec implements Codec<String> {

  @Override
  public String decode(byte[] bytes) throws UndecodableException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.startsWith("?")) {
      throw new UndecodableException("it begins with a question mark", new IllegalStateException());
    }
    return text;
  }

  @Override
  public byte[] encode(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String schemaName() {
    return "text";
  }
}
