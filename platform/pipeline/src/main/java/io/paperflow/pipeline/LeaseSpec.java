package io.paperflow.pipeline;

import java.util.List;

/**
 * Leases that instances share.
 *
 * @param name the consumer group, also the name in health and metrics
 * @param topic a compacted topic with the state of all leases, each in the partition that the
 *     lease's name decides as a key; the number of partitions must not change
 * @param leases their names
 * @param work what is done under each
 * @param topics all topics the work needs, created where they are missing
 */
public record LeaseSpec(
    String name, String topic, List<String> leases, LeaseWork work, List<TopicSpec> topics) {

  public LeaseSpec {
    leases = List.copyOf(leases);
    topics = List.copyOf(topics);
  }
}
