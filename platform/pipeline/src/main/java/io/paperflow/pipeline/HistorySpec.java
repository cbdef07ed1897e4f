package io.paperflow.pipeline;

import java.time.Duration;

/**
 * What a history loop does.
 *
 * @param name the name in health and metrics
 * @param topic to read; created when it is missing
 * @param codec reads its values
 * @param back from how long ago on
 * @param history takes them
 */
public record HistorySpec<T>(
    String name, TopicSpec topic, Codec<T> codec, Duration back, History<T> history) {}
