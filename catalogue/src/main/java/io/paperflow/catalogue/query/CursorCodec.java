package io.paperflow.catalogue.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Cursors as text: base64url of a version byte, the fingerprint, the matching, the snapshot (empty
 * for none) and the counted sort values.
 */
final class CursorCodec {

  private static final int VERSION = 1;
  private static final int MAX_ENCODED = 16_384;
  private static final int MAX_VALUES = 8;

  private CursorCodec() {}

  static String encode(Cursor cursor) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(cursor.search());
      out.writeUTF(cursor.matching().name());
      out.writeUTF(cursor.snapshot().orElse(""));
      out.writeByte(cursor.after().size());
      for (String value : cursor.after()) {
        out.writeUTF(value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  static Optional<Cursor> decode(String encoded) {
    if (encoded.length() > MAX_ENCODED) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(encoded)))) {
      return read(in);
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<Cursor> read(DataInputStream in) throws IOException {
    if (in.readByte() != VERSION) {
      return Optional.empty();
    }
    long search = in.readLong();
    Matching matching = Matching.valueOf(in.readUTF());
    String snapshot = in.readUTF();
    int count = in.readUnsignedByte();
    if (count == 0 || count > MAX_VALUES) {
      return Optional.empty();
    }
    List<String> after = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      after.add(in.readUTF());
    }
    return in.read() >= 0
        ? Optional.empty()
        : Optional.of(
            new Cursor(search, matching, Optional.of(snapshot).filter(s -> !s.isEmpty()), after));
  }
}
