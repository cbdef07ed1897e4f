package io.paperflow.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final double LEAST_WITH_MEANING = 0.94;

  private static final int DEPTH = 10;
  private static RunningSearch search;
  private static List<String> ids;

  private record Judged(String query, Map<String, Integer> grades) {}

  @BeforeAll
  static void start() throws Exception {
    search = new RunningSearch();
    List<JsonNode> papers = JudgedPapers.all();
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
    List<Judged> queries =
        JudgedPapers.lines("queries.txt").map(JudgedQueriesTest::judged).toList();
    Map<String, Double> words = scores(queries, search::json);
    print("by words", words);
    search.embed(JudgedPapers.all());
    try (EmbeddedServer meaning = search.another(Map.of())) {
      SemanticSearchTest.awaitModel(search, meaning);
      Map<String, Double> both = scores(queries, path -> search.json(meaning, path));
      print("by words and meaning", both);

      assertTrue(mean(words) >= LEAST, "nDCG@10 by words is " + mean(words));
      assertTrue(mean(both) >= LEAST_WITH_MEANING, "nDCG@10 by words and meaning is " + mean(both));
    }
  }

  /** Asks a service. */
  @FunctionalInterface
  private interface Service {
    JsonNode json(String path) throws Exception;
  }

  private static Map<String, Double> scores(List<Judged> queries, Service service)
      throws Exception {
    Map<String, Double> scores = new HashMap<>();
    for (Judged judged : queries) {
      List<Integer> grades = new ArrayList<>();
      service
          .json("/api/search?size=" + DEPTH + "&q=" + RunningSearch.encode(judged.query))
          .path("hits")
          .forEach(hit -> grades.add(judged.grades.getOrDefault(hit.path("id").asText(), 0)));
      scores.put(judged.query, gain(grades) / gain(best(judged)));
    }
    return scores;
  }

  private static double mean(Map<String, Double> scores) {
    return scores.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static void print(String how, Map<String, Double> scores) {
    System.out.printf("nDCG@10 of %d judged queries %s: %.3f%n", scores.size(), how, mean(scores));
    scores.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(DEPTH)
        .forEach(score -> System.out.printf("  %.3f %s%n", score.getValue(), score.getKey()));
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
}
