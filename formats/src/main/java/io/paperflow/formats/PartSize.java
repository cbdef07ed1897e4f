package io.paperflow.formats;

/**
 * How large parts are.
 *
 * @param target bytes at which a part is cut at the next record boundary, at least 1
 * @param limit bytes no part exceeds, at least the target; a larger single record is left out
 */
public record PartSize(int target, int limit) {

  /** Parts of about 256 KiB, below the usual limit of 1 MB for a Kafka message. */
  public static final PartSize STANDARD = new PartSize(256 * 1024, 900_000);

  public PartSize {
    if (target < 1 || limit < target) {
      throw new IllegalArgumentException(
          "part size: 1 <= target <= limit expected, got " + target + " and " + limit);
    }
  }
}
