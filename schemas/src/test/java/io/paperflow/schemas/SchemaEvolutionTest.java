package io.paperflow.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema change is readable by old readers and new readers alike. */
class SchemaEvolutionTest {

  static Stream<Schema> current() {
    return Stream.of(
        RawDocument.getClassSchema(),
        PaperRecord.getClassSchema(),
        EnrichedPaper.getClassSchema(),
        DocumentState.getClassSchema(),
        SourceCursor.getClassSchema(),
        SourceRequest.getClassSchema(),
        PublishedDay.getClassSchema(),
        SourceAudit.getClassSchema(),
        RepositoryFacts.getClassSchema(),
        CodeAppeared.getClassSchema(),
        RepositoryMention.getClassSchema(),
        RepositoryCheck.getClassSchema(),
        HostBudget.getClassSchema(),
        Signal.getClassSchema(),
        Subscription.getClassSchema(),
        FollowMatch.getClassSchema(),
        FollowState.getClassSchema(),
        SentPapers.getClassSchema());
  }

  @ParameterizedTest
  @MethodSource("current")
  void theCurrentSchemaIsTheNewestReleasedOne(Schema schema) {
    List<Schema> released = released(schema.getName());
    assertFalse(released.isEmpty(), "no released schema of " + schema.getName());
    assertEquals(
        released.getLast(),
        schema,
        "Release a changed schema as released/%s/%d.avsc and add it to released/index"
            .formatted(schema.getName(), released.size() + 1));
  }

  @ParameterizedTest
  @MethodSource("current")
  void everyReleasedSchemaReadsAndIsReadByTheCurrentOne(Schema schema) {
    for (Schema released : released(schema.getName())) {
      assertEquals(List.of(), SchemaChanges.problems(released, schema));
    }
  }

  @Test
  void everyReleasedFileIsInTheIndex() throws IOException {
    Path folder = Path.of("src/main/resources/released");
    try (var files = Files.walk(folder)) {
      List<String> found =
          files
              .filter(f -> f.toString().endsWith(".avsc"))
              .map(f -> folder.relativize(f).toString().replace('\\', '/'))
              .sorted()
              .toList();
      assertFalse(found.isEmpty());
      assertEquals(found, ReleasedSchemas.paths().stream().sorted().toList());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "new field without default  | {'name':'a','type':'string'},{'name':'b','type':'int'}",
        "removed field without default | ",
        "type changed               | {'name':'a','type':'int'}",
        "logical unit changed       |"
            + " {'name':'a','type':'string'},{'name':'t','type':{'type':'long','logicalType':'timestamp-micros'},'default':0}",
        "default changed            |"
            + " {'name':'a','type':'string'},{'name':'d','type':'int','default':2}",
      })
  void aBreakingChangeIsFound(String name, String fields) {
    String before =
        "{'name':'a','type':'string'}"
            + (name.startsWith("logical")
                ? ",{'name':'t','type':{'type':'long','logicalType':'timestamp-millis'},'default':0}"
                : name.startsWith("default") ? ",{'name':'d','type':'int','default':1}" : "");
    assertFalse(
        SchemaChanges.problems(schema(before), schema(fields == null ? "" : fields)).isEmpty());
  }

  @Test
  void aNewFieldWithDefaultIsAllowed() {
    Schema before = schema("{'name':'a','type':'string'}");
    Schema after =
        schema("{'name':'a','type':'string'},{'name':'b','type':['null','int'],'default':null}");
    assertTrue(SchemaChanges.problems(before, after).isEmpty());
  }

  @Test
  void anEnumNeedsADefault() {
    Schema bare = schema("{'name':'e','type':{'type':'enum','name':'E','symbols':['A']}}");
    assertFalse(SchemaChanges.problems(bare, bare).isEmpty());
  }

  private static List<Schema> released(String name) {
    return ReleasedSchemas.paths().stream()
        .filter(path -> path.startsWith(name + "/"))
        .map(ReleasedSchemas::read)
        .toList();
  }

  private static Schema schema(String fields) {
    return new Schema.Parser()
        .parse(("{'type':'record','name':'R','fields':[" + fields + "]}").replace('\'', '"'));
  }
}
