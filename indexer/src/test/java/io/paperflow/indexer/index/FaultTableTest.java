package io.paperflow.indexer.index;

import static io.paperflow.pipeline.FailureCategory.FATAL;
import static io.paperflow.pipeline.FailureCategory.OVERLOAD;
import static io.paperflow.pipeline.FailureCategory.PERMANENT;
import static io.paperflow.pipeline.FailureCategory.TRANSIENT;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.FailureCategory;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.testkit.Fault;
import io.paperflow.testkit.Reaction;
import io.paperflow.testkit.RealElasticsearch;
import io.paperflow.testkit.Script;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of a bulk when something goes wrong with its first, middle or last item, or with the
 * whole of it: the verdicts at once, and after the trouble is over each document written exactly
 * once, unless it is a dead letter.
 */
@ExtendWith(RealElasticsearch.class)
class FaultTableTest {

  private static final int ITEMS = 5;
  private static final Optional<FailureCategory> DONE = Optional.empty();

  /**
   * One line of the table.
   *
   * @param item what becomes of the item it happens to
   * @param others what becomes of all other items
   */
  record Row(
      String fault,
      Trouble trouble,
      Optional<FailureCategory> item,
      Optional<FailureCategory> others) {

    boolean isTimeout() {
      return fault.startsWith("time-out");
    }
  }

  interface Trouble {
    Script with(int place, String id);
  }

  private static final List<Row> TABLE =
      List.of(
          item("429 on an item", Fault.OVERLOADED, OVERLOAD),
          item("400 on an item", Fault.UNFIT_DOCUMENT, PERMANENT),
          item("read-only block", Fault.READ_ONLY, TRANSIENT),
          item("full disk, a block of status 429", Fault.DISK_FULL, TRANSIENT),
          item("missing primary shard", Fault.NO_PRIMARY_SHARD, TRANSIENT),
          request("429 on the request", new Reaction.Refuse(Fault.OVERLOADED), OVERLOAD),
          request("503", new Reaction.Refuse(Fault.UNAVAILABLE), TRANSIENT),
          request("401", new Reaction.Refuse(Fault.NO_ACCESS), FATAL),
          request("time-out before the write", new Reaction.Silence(), TRANSIENT),
          request("time-out after the write", new Reaction.ForwardThenSilence(), TRANSIENT),
          request("cut before the write", new Reaction.Cut(), TRANSIENT),
          request("cut half-way through the answer", new Reaction.ForwardThenCut(), TRANSIENT),
          request("an answer that is none", new Reaction.Nonsense(), TRANSIENT),
          new Row(
              "400 on the request because of an item",
              (_, id) -> Script.refusing(id::equals, Fault.INVALID_REQUEST),
              Optional.of(PERMANENT),
              DONE),
          new Row(
              "413 because of an item",
              (_, id) -> Script.refusing(id::equals, Fault.TOO_LARGE),
              Optional.of(PERMANENT),
              DONE),
          new Row(
              "413 because of many items",
              (_, _) ->
                  call ->
                      call.operations().size() > 2
                          ? new Reaction.Refuse(Fault.TOO_LARGE)
                          : new Reaction.Forward(),
              DONE,
              DONE));

  private static Row item(String name, Fault fault, FailureCategory expected) {
    return new Row(name, (place, _) -> Script.onItem(place, 1, fault), Optional.of(expected), DONE);
  }

  private static Row request(String name, Reaction reaction, FailureCategory expected) {
    return new Row(
        name, (_, _) -> Script.onBulks(1, reaction), Optional.of(expected), Optional.of(expected));
  }

  static Stream<Arguments> table() {
    return TABLE.stream()
        .flatMap(
            row ->
                Stream.of(0, ITEMS / 2, ITEMS - 1)
                    .map(place -> Arguments.of(row.fault, place, row)));
  }

  @ParameterizedTest(name = "{0}, item {1}")
  @MethodSource("table")
  void eachFaultEndsAsTheTableSays(
      String name, int place, Row row, EmbeddedElasticsearch elasticsearch)
      throws IOException, InterruptedException {
    List<Delivery<EnrichedPaper>> batch = Papers.batch(name + "-" + place + "-", ITEMS);
    try (SinkFixture fixture = SinkFixture.open(elasticsearch);
        SinkFixture impatient = fixture.impatient()) {
      fixture.scripted().script(row.trouble.with(place, id(batch.get(place))));
      assertEquals(
          IntStream.range(0, ITEMS).mapToObj(i -> i == place ? row.item : row.others).toList(),
          (row.isTimeout() ? impatient : fixture).categories(batch));

      fixture.scripted().script(Script.faithful());
      List<Delivery<EnrichedPaper>> alive =
          row.item.equals(Optional.of(PERMANENT)) ? without(place, batch) : batch;
      assertEquals(alive.stream().map(_ -> DONE).toList(), fixture.categories(alive));
      Map<String, Integer> once = alive.stream().collect(toMap(FaultTableTest::id, _ -> 1));
      assertEquals(new TreeMap<>(once), fixture.scripted().writes("papers").byId());
    }
  }

  private static String id(Delivery<EnrichedPaper> item) {
    return item.value().getPaper().getPaperKey();
  }

  private static <T> List<T> without(int place, List<T> list) {
    return IntStream.range(0, list.size()).filter(i -> i != place).mapToObj(list::get).toList();
  }
}
