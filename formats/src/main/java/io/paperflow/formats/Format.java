package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One format of documents. Implementations have no state, so they are thread-safe. A new format is
 * one implementation, one folder of fixtures and one line in {@link Formats#standard()}.
 */
public interface Format {

  /** The format's name, one of {@link MediaTypes}. */
  String mediaType();

  /** The source whose statements these documents hold, one of {@link Sources}. */
  String source();

  /** Whether a document that begins so is of this format; at most one format says yes. */
  boolean recognises(Head head);

  /**
   * Why a document of this format that begins so is not read: it is the source's answer that
   * something went wrong, or it is unsafe.
   */
  default Optional<Recognition.Refused> refusal(Head head) {
    return Optional.empty();
  }

  /**
   * Cuts a document at record boundaries into parts that can be read on their own. A document that
   * is not larger than one part is passed on unchanged. Reads to the end of the stream and does not
   * close it; holds at most a few times {@link PartSize#limit()} bytes, whatever the document's
   * size.
   *
   * @throws IOException when the stream cannot be read, or the consumer throws it
   */
  void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException;

  /**
   * Reads the records of a document or part, in their order. A record that cannot be read is an
   * {@link Reading.Unreadable} and does not keep the others from being read.
   */
  void read(RawDocument document, Consumer<Reading> out);
}
