package io.paperflow.formats;

import java.util.Arrays;

/**
 * Finds the records of an XML document by their tags, and follows what is open around them. A
 * record without end tag ends where the next one begins or what is around it ends. For one thread.
 */
final class XmlScanner {

  private final byte[] bytes;
  private final XmlNames names;
  private final XmlTags tags;
  private final XmlEnvelope envelope = new XmlEnvelope();
  private boolean inRecord;
  private int from;
  private int to;

  /** The records in an array, whose content may change between two steps. */
  XmlScanner(byte[] bytes, XmlNames names) {
    this.bytes = bytes;
    this.names = names;
    this.tags = new XmlTags(bytes);
  }

  /**
   * Finds the next record in a range. When there is no whole one, {@link #from()} is where the
   * search must go on when more bytes are there.
   */
  boolean next(int start, int end) {
    inRecord = false;
    int at = start;
    while (tags.next(at, end)) {
      at = tags.to();
      if (names.isRecord(tags)) {
        switch (tags.kind()) {
          case START, BROKEN -> {
            return record(end);
          }
          case EMPTY -> {
            return found(tags.from(), tags.to());
          }
          case END -> {
            // Of a record whose beginning was left out.
          }
        }
      } else if (names.isCarried(tags) && tags.kind() == XmlTags.Kind.START) {
        at = carried(end);
        if (at < 0) {
          return false;
        }
      } else {
        follow();
      }
    }
    from = tags.from();
    return false;
  }

  private void follow() {
    switch (tags.kind()) {
      case START -> envelope.open(tags);
      case END -> envelope.close(tags);
      case EMPTY, BROKEN -> {
        // Opens nothing.
      }
    }
  }

  private boolean record(int end) {
    from = tags.from();
    inRecord = true;
    int at = tags.to();
    while (tags.next(at, end)) {
      if (names.isRecord(tags)) {
        return found(from, tags.kind() == XmlTags.Kind.END ? tags.to() : tags.from());
      }
      if (tags.kind() == XmlTags.Kind.END && envelope.isClosedBy(tags)) {
        return found(from, tags.from());
      }
      at = tags.to();
    }
    return false;
  }

  private boolean found(int recordFrom, int recordTo) {
    from = recordFrom;
    to = recordTo;
    inRecord = false;
    return true;
  }

  /** The position after a carried element, or -1 when it does not end in the range. */
  private int carried(int end) {
    int start = tags.from();
    int inside = tags.to();
    int at = inside;
    while (tags.next(at, end)) {
      at = tags.to();
      if (names.isCarried(tags) && tags.kind() == XmlTags.Kind.END) {
        envelope.carry(Arrays.copyOfRange(bytes, start, at));
        return at;
      }
      if (names.isRecord(tags)) {
        return inside;
      }
    }
    from = start;
    return -1;
  }

  /**
   * Where reading goes on after a record that is left out: at the next record's beginning or after
   * a record's end, whatever stands between; -1 when neither is in the range.
   */
  int resume(int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == '<' && tags.at(i, end) && names.isRecord(tags)) {
        return tags.kind() == XmlTags.Kind.END ? tags.to() : i;
      }
    }
    return -1;
  }

  /** Whether the search ended within a record, which begins at {@link #from()}. */
  boolean inRecord() {
    return inRecord;
  }

  int from() {
    return from;
  }

  /** After the record. */
  int to() {
    return to;
  }

  /** What is open where the search stands. */
  XmlEnvelope envelope() {
    return envelope;
  }
}
