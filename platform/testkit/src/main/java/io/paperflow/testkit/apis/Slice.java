package io.paperflow.testkit.apis;

import java.util.List;

/**
 * A page of a list.
 *
 * @param from place of its first entry in the list, from 0
 * @param next place of the first entry of the next page
 * @param total entries of the list
 */
record Slice<T>(List<T> items, int from, int next, int total) {

  private static final int OVERLAP = 3;

  static <T> Slice<T> of(List<T> all, int from, int size, Distortion distortion) {
    int next = (int) Math.min((long) from + size, Integer.MAX_VALUE);
    return new Slice<>(items(all, from, size, distortion), from, next, all.size());
  }

  boolean hasNext() {
    return next < total;
  }

  private static <T> List<T> items(List<T> all, int from, int size, Distortion distortion) {
    boolean midList = from > 0 && from < all.size();
    return switch (distortion) {
      case EMPTY_PAGE -> midList ? List.of() : part(all, from, size);
      case REPEATED_PAGE -> part(all, midList ? Math.max(0, from - size) : from, size);
      case OVERLAPPING_PAGE ->
          midList
              ? part(all, Math.max(0, from - OVERLAP), size + Math.min(from, OVERLAP))
              : part(all, from, size);
      case REVERSED_PAGE -> part(all, from, size).reversed();
      case NONE, EXPIRED_TOKEN -> part(all, from, size);
    };
  }

  private static <T> List<T> part(List<T> all, int from, int size) {
    int first = Math.min(from, all.size());
    return all.subList(first, (int) Math.min((long) first + size, all.size()));
  }
}
