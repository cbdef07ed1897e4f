package io.paperflow.pipeline.avro;

import io.paperflow.pipeline.Codec;
import io.paperflow.schemas.AvroCodec;
import io.paperflow.schemas.UnreadableRecordException;
import org.apache.avro.specific.SpecificRecord;

/**
 * The values of a topic as Avro records. Thread-safe.
 *
 * @param <T> the generated record
 */
public final class AvroTopicCodec<T extends SpecificRecord> implements Codec<T> {

  private final AvroCodec<T> codec;

  private AvroTopicCodec(AvroCodec<T> codec) {
    this.codec = codec;
  }

  /** A codec for a generated record. */
  public static <T extends SpecificRecord> AvroTopicCodec<T> of(Class<T> type) {
    return new AvroTopicCodec<>(AvroCodec.of(type));
  }

  @Override
  public T decode(byte[] bytes) throws UndecodableException {
    try {
      return codec.decode(bytes);
    } catch (UnreadableRecordException e) {
      throw new UndecodableException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public byte[] encode(T value) {
    return codec.encode(value);
  }

  @Override
  public String schemaName() {
    return codec.schemaName();
  }
}
