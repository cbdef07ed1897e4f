package io.paperflow.k8s.check;

import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import io.paperflow.schemas.Topics;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Topics that an operator makes are those that the services use, in their number of partitions. */
final class TopicNames implements Check {

  private static final Set<String> COMPACTED =
      Set.of(
          Topics.PARSED,
          Topics.ENRICHED,
          Topics.CURSORS,
          Topics.AUDITS,
          Topics.FACTS,
          Topics.REPOSITORIES,
          Topics.SUBSCRIPTIONS,
          Topics.OUTBOX);

  private static final Set<String> BY_TIME =
      Set.of(Topics.RAW, Topics.DEAD_LETTERS, Topics.CODE_APPEARED);

  /** Kept for ever, all of it, with the times of the brokers. */
  private static final Set<String> HISTORY = Set.of(Topics.SIGNALS);

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    Set<String> made =
        manifests
            .of("KafkaTopic")
            .map(Manifest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (made.isEmpty()) {
      return Stream.empty();
    }
    Stream<Problem> missing =
        Stream.of(COMPACTED, BY_TIME, HISTORY)
            .flatMap(Set::stream)
            .filter(topic -> !made.contains(topic))
            .map(topic -> new Problem("KafkaTopic/" + topic, "is missing"));
    return Stream.concat(missing, manifests.of("KafkaTopic").flatMap(t -> of(manifests, t)));
  }

  private static Stream<Problem> of(Manifests manifests, Manifest topic) {
    Stream.Builder<Problem> problems = Stream.builder();
    String policy = topic.tree().at("/spec/config/cleanup.policy").asText("delete");
    if (HISTORY.contains(topic.name())) {
      ofHistory(topic).forEach(problems);
    } else if (!COMPACTED.contains(topic.name()) && !BY_TIME.contains(topic.name())) {
      problems.add(Problem.of(topic, "no service knows this topic"));
    } else if (COMPACTED.contains(topic.name()) != policy.equals("compact")) {
      problems.add(
          Problem.of(topic, "cleanup.policy: '%s' would lose what must stay, or keep all", policy));
    }
    int partitions = Scaling.settings(manifests).at("/paperflow/kafka/partitions").asInt();
    if (topic.tree().at("/spec/partitions").asInt() != partitions) {
      problems.add(Problem.of(topic, "partitions: the services are told %d", partitions));
    }
    String cluster = topic.labels().getOrDefault("strimzi.io/cluster", "");
    if (manifests.find("Kafka", cluster).isEmpty()) {
      problems.add(Problem.of(topic, "strimzi.io/cluster: no Kafka '%s'", cluster));
    }
    return problems.build();
  }

  private static Stream<Problem> ofHistory(Manifest topic) {
    boolean all =
        topic.tree().at("/spec/config/cleanup.policy").asText("delete").equals("delete")
            && topic.tree().at("/spec/config/retention.ms").asLong() == -1;
    boolean times =
        topic.tree().at("/spec/config/message.timestamp.type").asText().equals("LogAppendTime");
    return all && times
        ? Stream.empty()
        : Stream.of(
            Problem.of(
                topic,
                "retention.ms must be -1 and message.timestamp.type LogAppendTime: past lists are"
                    + " computed from it"));
  }
}
