package io.paperflow.schemas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class AvroCodecTest {

  private static final RawDocument DOCUMENT =
      RawDocument.newBuilder()
          .setSource("test")
          .setUri("file:///a")
          .setMediaType("text/plain")
          .setFetchedAt(Instant.parse("2026-01-02T03:04:05.678Z"))
          .setSha256("00")
          .setBytes(ByteBuffer.wrap("content".getBytes(StandardCharsets.UTF_8)))
          .build();

  private final AvroCodec<RawDocument> codec = AvroCodec.of(RawDocument.class);

  @Test
  void aRecordComesBackAsItWas() throws UnreadableRecordException {
    assertEquals(DOCUMENT, codec.decode(codec.encode(DOCUMENT)));
  }

  @Test
  void theFrameIsAvrosSingleObjectEncoding() throws Exception {
    ByteBuffer avros =
        new BinaryMessageEncoder<RawDocument>(
                org.apache.avro.specific.SpecificData.getForClass(RawDocument.class),
                RawDocument.getClassSchema())
            .encode(DOCUMENT);
    byte[] expected = new byte[avros.remaining()];
    avros.get(expected);
    assertArrayEquals(expected, codec.encode(DOCUMENT));
  }

  @Test
  void otherBytesAreRefusedWithTheReason() {
    assertTrue(refusal("not avro".getBytes(StandardCharsets.UTF_8)).contains("single-object"));
    assertTrue(refusal(new byte[0]).contains("single-object"));
    byte[] unknown = codec.encode(DOCUMENT);
    unknown[3] ^= 1;
    assertTrue(refusal(unknown).contains("fingerprint"));
    byte[] whole = codec.encode(DOCUMENT);
    assertTrue(refusal(Arrays.copyOf(whole, whole.length - 3)).contains("does not follow"));
  }

  @Test
  void aRecordOfAnotherKindIsRefused() {
    DocumentState state =
        DocumentState.newBuilder().setSha256("0").setPublishedAt(Instant.EPOCH).build();
    byte[] bytes = AvroCodec.of(DocumentState.class).encode(state);
    assertTrue(refusal(bytes).contains("fingerprint"));
  }

  private String refusal(byte[] bytes) {
    return String.valueOf(
        assertThrows(UnreadableRecordException.class, () -> codec.decode(bytes)).getMessage());
  }
}
