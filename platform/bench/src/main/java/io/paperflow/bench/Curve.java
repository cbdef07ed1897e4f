package io.paperflow.bench;

import java.util.ArrayList;
import java.util.List;

/** How many documents had been written at some moments, in their order. Not thread-safe. */
final class Curve {

  /** Over less time a rate says little: bulks come in lumps. */
  private static final double WINDOW_SECONDS = 1;

  private static final double FULL = 0.9;

  /** Seconds of any clock, and the documents until then. */
  record Point(double seconds, long written) {}

  private final List<Point> points = new ArrayList<>();

  void add(double seconds, long written) {
    points.add(new Point(seconds, written));
  }

  Point last() {
    return points.getLast();
  }

  /** Documents a second from the first one until a moment, or the end. */
  double rateUntil(double seconds) {
    List<Point> used =
        points.stream().filter(p -> p.written() > 0 && p.seconds() <= seconds).toList();
    return used.isEmpty() ? 0 : rate(used.getFirst(), used.getLast());
  }

  /**
   * How long after a moment documents are written at nine tenths of the given rate again, measured
   * over a whole second; infinite when they are not.
   */
  double secondsToRate(double after, double fullRate) {
    for (Point end : points) {
      for (Point start : points) {
        if (start.seconds() >= after
            && end.seconds() - start.seconds() >= WINDOW_SECONDS
            && rate(start, end) >= FULL * fullRate) {
          return end.seconds() - after;
        }
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private static double rate(Point from, Point to) {
    double seconds = to.seconds() - from.seconds();
    return seconds == 0 ? 0 : (to.written() - from.written()) / seconds;
  }
}
