package io.paperflow.formats;

import java.io.IOException;

/** Takes the parts of a document in their order. */
public interface PartConsumer {

  /** A part: whole records, never empty. The array belongs to the consumer. */
  void part(byte[] bytes) throws IOException;

  /** A record that is in no part, because it is larger than a part may be. */
  void unreadable(Reading.Unreadable record) throws IOException;
}
