package io.paperflow.fetcher.source;

import java.time.Duration;

/**
 * Hosts that count requests together. All sources of a host group are read by one replica at a
 * time, one step after the other.
 *
 * @param name stable, in kebab case, such as {@code arxiv}
 * @param distance least time between the last request of one replica and the first of the next
 */
public record HostGroup(String name, Duration distance) {}
