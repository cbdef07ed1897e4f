package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All that was ever read, once more from nothing and in other orders. */
@Timeout(600)
final class ReplayedSamplesTest {

  private static final Path SAMPLES =
      Path.of(System.getProperty("paperflow.root", ".."), "samples").toAbsolutePath();

  /** When something was read and written differs from run to run. */
  private static final Set<String> TIMES = Set.of("fetchedAt", "firstSeen", "indexedAt");

  @TempDir private Path folder;

  @Test
  void inAnyOrderItMakesTheSameDocuments() throws Exception {
    List<Path> files;
    try (Stream<Path> list = Files.list(SAMPLES)) {
      files = new ArrayList<>(list.sorted().toList());
    }
    SortedMap<String, JsonNode> expected = documents("in order", files);
    assertTrue(expected.size() > 30, expected.keySet().toString());
    for (int replay = 1; replay <= 2; replay++) {
      Collections.shuffle(files, new Random(replay));
      SortedMap<String, JsonNode> documents = documents("replay " + replay, files);
      Sets.assertSame(files.toString(), expected, documents);
      // Byte by byte: the order of keys and of what stands in lists counts, too.
      assertEquals(expected.toString(), documents.toString());
    }
  }

  private SortedMap<String, JsonNode> documents(String run, List<Path> files) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("up"));
    files.forEach(file -> arguments.add(file.toString()));
    arguments.addAll(
        Arrays.asList(
            "--data",
            folder.resolve(run).toString(),
            "--http-port",
            "0",
            "--elasticsearch-port",
            "0",
            "--kafka-port",
            "0"));
    try (var up =
        CommandLineProcess.start(
            folder,
            Map.of("PAPERFLOW_FORGES_ENABLED", "false"),
            arguments.toArray(String[]::new))) {
      URI elasticsearch =
          URI.create(up.awaitLine("Elasticsearch ").replaceFirst("Elasticsearch +", ""));
      assertTrue(up.awaitLine("papers ").contains("dead letters 0"), up::toString);
      try (PapersIndex index = new PapersIndex(elasticsearch)) {
        SortedMap<String, JsonNode> documents = new TreeMap<>();
        index.all().forEach((id, stored) -> documents.put(id, withoutTimes(stored.source())));
        return documents;
      }
    }
  }

  private static JsonNode withoutTimes(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(TIMES);
    }
    node.forEach(ReplayedSamplesTest::withoutTimes);
    return node;
  }
}
