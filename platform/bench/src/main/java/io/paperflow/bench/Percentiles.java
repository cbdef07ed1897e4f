package io.paperflow.bench;

import java.util.List;

/** The spread of some durations, in seconds; zero of none. */
record Percentiles(int count, double p50, double p90, double p95, double p99, double max) {

  static Percentiles of(List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    return new Percentiles(
        sorted.size(),
        at(sorted, 0.5),
        at(sorted, 0.9),
        at(sorted, 0.95),
        at(sorted, 0.99),
        at(sorted, 1));
  }

  /** The nearest rank. */
  private static double at(List<Double> sorted, double share) {
    if (sorted.isEmpty()) {
      return 0;
    }
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  /** The middle one, or the mean of the middle two. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int size = sorted.size();
    return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }
}
