package io.paperflow.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;

/**
 * Avro single-object encoding (Avro specification 1.12, "Single-object encoding"): two marker
 * bytes, the writer schema's CRC-64-AVRO fingerprint in little-endian order, the binary record. The
 * writer's schema is looked up among the released schemas, so no registry is needed. Thread-safe.
 *
 * @param <T> the generated record
 */
public final class AvroCodec<T extends SpecificRecord> {

  private static final int HEADER = 10;
  private static final byte MARKER_0 = (byte) 0xC3;
  private static final byte MARKER_1 = 0x01;

  static {
    // Avro refuses to load generated classes until their package is trusted.
    var before = ClassSecurityValidator.getGlobal();
    ClassSecurityValidator.setGlobal(
        c -> before.isTrusted(c) || c.getPackageName().equals("io.paperflow.schemas"));
  }

  private final SpecificData model;
  private final Schema schema;
  private final long fingerprint;
  private final Map<Long, Schema> writers;
  private final Map<Long, SpecificDatumReader<T>> readers = new ConcurrentHashMap<>();
  private final SpecificDatumWriter<T> writer;
  private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

  private AvroCodec(Class<T> type) {
    model = SpecificData.getForClass(type);
    model.setFastReaderEnabled(true);
    schema = model.getSchema(type);
    fingerprint = SchemaNormalization.parsingFingerprint64(schema);
    writers = ReleasedSchemas.of(schema.getName());
    writer = new SpecificDatumWriter<>(schema, model);
    if (!writers.containsKey(fingerprint)) {
      throw new IllegalStateException(
          "The schema of " + schema.getFullName() + " is not among the released schemas");
    }
  }

  /** A codec for a generated record. */
  public static <T extends SpecificRecord> AvroCodec<T> of(Class<T> type) {
    return new AvroCodec<>(type);
  }

  /** Full name of the records' schema, for the header {@link HeaderNames#SCHEMA}. */
  public String schemaName() {
    return schema.getFullName();
  }

  /** Encodes a record. */
  public byte[] encode(T record) {
    Buffers own = buffers.get();
    own.out.reset();
    own.out.writeBytes(
        ByteBuffer.allocate(HEADER)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(MARKER_0)
            .put(MARKER_1)
            .putLong(fingerprint)
            .array());
    own.encoder = EncoderFactory.get().binaryEncoder(own.out, own.encoder);
    try {
      writer.write(record, own.encoder);
      own.encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return own.out.toByteArray();
  }

  /**
   * Decodes a record.
   *
   * @throws UnreadableRecordException when the bytes are no single-object encoding, the schema is
   *     not a released one of this record, or the content does not follow it
   */
  public T decode(byte[] bytes) throws UnreadableRecordException {
    if (bytes.length < HEADER || bytes[0] != MARKER_0 || bytes[1] != MARKER_1) {
      throw new UnreadableRecordException(
          "not in Avro single-object encoding (" + bytes.length + " bytes)");
    }
    long writtenWith = ByteBuffer.wrap(bytes, 2, 8).order(ByteOrder.LITTLE_ENDIAN).getLong();
    Schema writerSchema = writers.get(writtenWith);
    if (writerSchema == null) {
      throw new UnreadableRecordException(
          "schema fingerprint %016x is not a released schema of %s"
              .formatted(writtenWith, schema.getFullName()));
    }
    SpecificDatumReader<T> reader =
        readers.computeIfAbsent(
            writtenWith, f -> new SpecificDatumReader<>(writerSchema, schema, model));
    Buffers own = buffers.get();
    try {
      BinaryDecoder decoder =
          DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, own.decoder);
      own.decoder = decoder;
      return reader.read(null, decoder);
    } catch (IOException
        | AvroRuntimeException
        | IndexOutOfBoundsException
        | ClassCastException e) {
      throw new UnreadableRecordException(
          "content does not follow schema " + schema.getFullName() + ": " + e.getMessage(), e);
    }
  }

  private static final class Buffers {
    final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    @Nullable BinaryEncoder encoder;
    @Nullable BinaryDecoder decoder;
  }
}
