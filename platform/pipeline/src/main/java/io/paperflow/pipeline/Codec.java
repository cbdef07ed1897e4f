package io.paperflow.pipeline;

/**
 * Reads and writes the values of a topic. Thread-safe.
 *
 * @param <T> the decoded value
 */
public interface Codec<T> {

  /**
   * Decodes a value.
   *
   * @throws UndecodableException when the bytes are no such value
   */
  T decode(byte[] bytes) throws UndecodableException;

  /** Encodes a value. */
  byte[] encode(T value);

  /** Name of the values' schema, for the record headers. */
  String schemaName();

  /** The bytes are not a value of this codec. */
  final class UndecodableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UndecodableException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
