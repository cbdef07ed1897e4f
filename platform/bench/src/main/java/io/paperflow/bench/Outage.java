package io.paperflow.bench;

import io.paperflow.testkit.Call;
import io.paperflow.testkit.Fault;
import io.paperflow.testkit.Reaction.Forward;
import io.paperflow.testkit.Reaction.RefuseItems;
import io.paperflow.testkit.Script;
import io.paperflow.testkit.ScriptedElasticsearch;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What happens to Elasticsearch while the indexer writes. */
enum Outage {
  NONE("plain"),
  SILENCE("silent for 20 s"),
  SOME_REFUSED("1 % of the items answered 429 twice"),
  ALL_REFUSED("every item answered 429 for 10 s");

  private static final Duration SILENT = Duration.ofSeconds(20);
  private static final Duration REFUSING = Duration.ofSeconds(10);
  private static final int ONE_OF = 100;

  private final String title;

  Outage(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Whether requests must pass through a scripted server, which takes its share of the machine. */
  boolean isScripted() {
    return this == SOME_REFUSED || this == ALL_REFUSED;
  }

  /** Sets up what holds from the first to the last request. */
  void prepare(ScriptedElasticsearch scripted) {
    scripted.script(
        this == SOME_REFUSED
            ? Script.refusingItems(
                id -> Math.floorMod(id.hashCode(), ONE_OF) == 0, 2, Fault.OVERLOADED)
            : Script.faithful());
  }

  /** Lets the outage happen in the middle of a run, and returns when it is over. */
  void happen(Servers servers, ScriptedElasticsearch scripted)
      throws IOException, InterruptedException {
    switch (this) {
      case NONE, SOME_REFUSED -> {}
      case SILENCE -> {
        servers.elasticsearch().suspend();
        Thread.sleep(SILENT);
        servers.elasticsearch().resume();
      }
      case ALL_REFUSED -> {
        scripted.script(call -> call.isBulk() ? refusal(call) : new Forward());
        Thread.sleep(REFUSING);
        scripted.script(Script.faithful());
      }
    }
  }

  private static RefuseItems refusal(Call call) {
    Map<Integer, Fault> all =
        IntStream.range(0, call.operations().size())
            .boxed()
            .collect(Collectors.toMap(place -> place, _ -> Fault.OVERLOADED));
    return new RefuseItems(all);
  }
}
