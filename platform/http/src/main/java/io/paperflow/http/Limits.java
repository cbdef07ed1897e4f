package io.paperflow.http;

import java.time.Duration;

/**
 * How long and how large one answer may be.
 *
 * @param firstByte longest time from the connection to the end of the answer's head; slower than
 *     half of it counts as slow and makes the client go easier on the host
 * @param whole longest time from the connection to the end of the body
 * @param bytes largest body, in bytes after expansion
 * @param patience longest time to wait for one's turn at the host; when it is known to take longer
 *     the answer is {@link Answer.Unavailable} at once
 */
public record Limits(Duration firstByte, Duration whole, long bytes, Duration patience) {

  /** For an API's answers: 30 s to begin, 5 minutes in all, 64 MiB, half a minute of patience. */
  public static final Limits STANDARD =
      new Limits(Duration.ofSeconds(30), Duration.ofMinutes(5), 64L << 20, Duration.ofSeconds(30));

  public Limits {
    if (firstByte.isNegative() || firstByte.isZero() || whole.compareTo(firstByte) < 0) {
      throw new IllegalArgumentException(
          "0 < first byte <= whole was expected, not " + firstByte + " and " + whole);
    }
    if (bytes < 1 || patience.isNegative()) {
      throw new IllegalArgumentException(
          "at least 1 byte and no negative patience was expected, not "
              + bytes
              + " and "
              + patience);
    }
  }

  /** The same with another time for the answer to begin; the whole is lengthened as needed. */
  public Limits firstByte(Duration longest) {
    return new Limits(longest, whole.compareTo(longest) < 0 ? longest : whole, bytes, patience);
  }

  /** The same with another time for all of the answer. */
  public Limits whole(Duration longest) {
    return new Limits(firstByte, longest, bytes, patience);
  }

  /** The same with another size. */
  public Limits bytes(long most) {
    return new Limits(firstByte, whole, most, patience);
  }

  /** The same with another patience. */
  public Limits patience(Duration longest) {
    return new Limits(firstByte, whole, bytes, longest);
  }
}
