package io.paperflow.notifier.trend;

/**
 * A paper that rises, and why.
 *
 * @param paper its key
 * @param score see {@link TrendScore}
 * @param hasCode whether it has a repository of its own
 * @param codeIsNew whether that appeared within the window
 * @param ageHours since it was listed, else published, else first seen
 */
public record Trend(
    String paper, double score, Gains gains, boolean hasCode, boolean codeIsNew, double ageHours) {}
