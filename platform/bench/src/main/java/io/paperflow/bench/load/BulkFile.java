package io.paperflow.bench.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Bodies of bulk requests in a file, so that loading them costs no more than reading and sending.
 * Format: for each body its documents and its bytes as 32-bit numbers, then the bytes.
 */
final class BulkFile {

  private static final int MOST_DOCUMENTS = 1_000;
  private static final int MOST_BYTES = 5 << 20;

  private BulkFile() {}

  /**
   * A request's body.
   *
   * @param documents how many it writes
   */
  @SuppressWarnings("ArrayRecordComponent") // On its way to a request, never compared.
  record Body(int documents, byte[] bytes) {}

  /** Gathers documents into bodies. Not thread-safe. */
  static final class Writer implements AutoCloseable {

    private final DataOutputStream out;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(MOST_BYTES);
    private int documents;

    Writer(Path file) throws IOException {
      out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    /** Adds a document. */
    void add(String id, String document) throws IOException {
      byte[] lines =
          "{\"index\":{\"_id\":\"%s\"}}\n%s\n"
              .formatted(id, document)
              .getBytes(StandardCharsets.UTF_8);
      if (documents == MOST_DOCUMENTS
          || (documents > 0 && body.size() + lines.length > MOST_BYTES)) {
        flush();
      }
      body.writeBytes(lines);
      documents++;
    }

    private void flush() throws IOException {
      out.writeInt(documents);
      out.writeInt(body.size());
      body.writeTo(out);
      body.reset();
      documents = 0;
    }

    @Override
    public void close() throws IOException {
      if (documents > 0) {
        flush();
      }
      out.close();
    }
  }

  /** Hands the bodies out. Thread-safe. */
  static final class Reader implements AutoCloseable {

    private final DataInputStream in;

    Reader(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    /** The next body; empty at the end. */
    synchronized Optional<Body> next() throws IOException {
      // The file is local: nothing is available only at its end.
      if (in.available() == 0) {
        return Optional.empty();
      }
      int documents = in.readInt();
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      return Optional.of(new Body(documents, bytes));
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
