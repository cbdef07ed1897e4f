package io.paperflow.standalone;

import io.paperflow.pipeline.Flow;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what a running instance holds and how far its services are. */
@Command(
    name = "status",
    description = "Shows what a running instance holds and how far its services are.",
    mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli injects the field.
  Status() {}

  @Override
  public Integer call() throws Refusal {
    Address address = data.address();
    var out = spec.commandLine().getOut();
    String health;
    try (Pages pages = new Pages(address.http())) {
      health = pages.get("/health").path("status").asText("unknown");
    }
    out.printf("%-14s %s%n", "health", health);
    out.printf("%-14s %s%n", "page", address.http());
    out.printf("%-14s %s%n", "elasticsearch", address.elasticsearch());
    out.printf("%-14s %s%n", "kafka", address.kafka());
    try (Services outside = Services.outside(address, "status");
        Flow flow = new Flow(outside.kafka())) {
      PaperIndex.Counts counts = outside.index().counts();
      out.printf(
          "%-14s %d, with code %d, links %d%n",
          "papers", counts.papers(), counts.withCode(), counts.links());
      for (Stage stage : Stage.values()) {
        long waiting = flow.remaining(stage.group(), flow.end(stage.topic()));
        String behind = waiting == 0 ? "up to date" : waiting + " records behind";
        out.printf("%-14s %s%n", stage.group(), behind);
      }
      out.printf("%-14s %d%n", "dead letters", DeadLetterTopic.count(outside.kafka()));
    } catch (KafkaException e) {
      throw Refusal.failed("Kafka at " + address.kafka() + " does not answer: " + e.getMessage());
    }
    return health.equals("UP") ? Paperflow.OK : Paperflow.FAILED;
  }
}
