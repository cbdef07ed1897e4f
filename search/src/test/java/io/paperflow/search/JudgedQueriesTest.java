package io.paperflow.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How well searches rank, by queries whose answers were judged beforehand. The measure is nDCG@10
 * (Järvelin and Kekäläinen 2002) with gain {@code 2^grade - 1}: 1 is the best order there is. The
 * figure is printed; it may only get better.
 */
class JudgedQueriesTest {

  /** Seen with this release; what is worse is a change for the worse. */
  private static final double LEAST = 0.84;

  private static final int DEPTH = 10;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static RunningSearch search;
  private static List<String> ids;

  private record Judged(String query, Map<String, Integer> grades) {}

  @BeforeAll
  static void start() throws Exception {
    search = new RunningSearch();
    List<JsonNode> papers =
        lines("papers.txt").map(JudgedQueriesTest::paper).map(JsonNode.class::cast).toList();
    ids = papers.stream().map(paper -> paper.get("id").asText()).toList();
    search.delete(search.corpus().stream().map(paper -> paper.get("id").asText()).toList());
    search.index(papers);
  }

  @AfterAll
  static void stop() throws Exception {
    search.close();
  }

  @Test
  void whatWasLookedForComesFirst() throws Exception {
    List<Judged> queries = lines("queries.txt").map(JudgedQueriesTest::judged).toList();
    Map<String, Double> scores = new HashMap<>();
    for (Judged judged : queries) {
      List<Integer> grades = new ArrayList<>();
      search
          .json("/api/search?size=" + DEPTH + "&q=" + RunningSearch.encode(judged.query))
          .path("hits")
          .forEach(hit -> grades.add(judged.grades.getOrDefault(hit.path("id").asText(), 0)));
      scores.put(judged.query, gain(grades) / gain(best(judged)));
    }
    double mean = scores.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    System.out.printf("nDCG@10 over %d judged queries: %.3f%n", queries.size(), mean);
    scores.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(DEPTH)
        .forEach(score -> System.out.printf("  %.3f %s%n", score.getValue(), score.getKey()));
    assertTrue(mean >= LEAST, "nDCG@10 is " + mean);
  }

  private static List<Integer> best(Judged judged) {
    return judged.grades.values().stream().sorted(Comparator.reverseOrder()).toList();
  }

  private static double gain(List<Integer> grades) {
    double gain = 0;
    for (int place = 0; place < Math.min(grades.size(), DEPTH); place++) {
      gain += (Math.pow(2, grades.get(place)) - 1) / (Math.log(place + 2) / Math.log(2));
    }
    return gain;
  }

  private static Judged judged(String line) {
    String[] parts = line.split(" \\| ", 2);
    Map<String, Integer> grades = new HashMap<>();
    for (String grade : parts[1].split(" ", -1)) {
      int colon = grade.indexOf(':');
      String id = grade.substring(0, colon);
      if (!ids.contains(id)) {
        throw new IllegalArgumentException("no such paper: " + id);
      }
      grades.put(id, Integer.parseInt(grade.substring(colon + 1)));
    }
    return new Judged(parts[0], grades);
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

  private static Stream<String> lines(String file) {
    try (var in =
        Objects.requireNonNull(JudgedQueriesTest.class.getResourceAsStream("/judged/" + file))) {
      return new String(in.readAllBytes(), UTF_8).lines().filter(line -> !line.startsWith("#"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
