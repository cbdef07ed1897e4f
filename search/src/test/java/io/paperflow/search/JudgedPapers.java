package io.paperflow.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The invented papers that queries were judged for. */
final class JudgedPapers {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JudgedPapers() {}

  static List<JsonNode> all() {
    return lines("papers.txt").map(JudgedPapers::paper).map(JsonNode.class::cast).toList();
  }

  private static ObjectNode paper(String line) {
    String[] parts = line.split(" \\| ", 5);
    String[] facts = parts[4].split("; ", 4);
    ObjectNode paper =
        JSON.createObjectNode()
            .put("id", parts[1])
            .put("title", parts[2])
            .put("abstract", parts[3])
            .put("published", facts[1] + "-06-15T00:00:00Z")
            .put("firstSeen", facts[1] + "-06-16T00:00:00Z")
            .put("hasCode", !facts[3].equals("0"));
    Arrays.stream(facts[0].split(", ", -1))
        .forEach(name -> paper.withArray("/authors").addObject().put("name", name));
    paper.withArray("/sources").add("arxiv");
    paper.putObject("daily").put("upvotes", Integer.parseInt(facts[2]));
    paper.putObject("code").put("stars", Integer.parseInt(facts[3]));
    return paper;
  }

  /** The lines of a file, without remarks. */
  static Stream<String> lines(String file) {
    try (var in =
        Objects.requireNonNull(JudgedPapers.class.getResourceAsStream("/judged/" + file))) {
      return new String(in.readAllBytes(), UTF_8).lines().filter(line -> !line.startsWith("#"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
