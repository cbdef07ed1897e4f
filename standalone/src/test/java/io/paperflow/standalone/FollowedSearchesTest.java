package io.paperflow.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.notifier.match.SavedSearches;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A saved search finds the papers that the search finds by every word, and no others. */
@Timeout(300)
final class FollowedSearchesTest {

  private static final List<String> QUERIES =
      List.of(
          "model",
          "models",
          "vision models",
          "we",
          "the",
          "the model",
          "language -vision",
          "-model",
          "has:code",
          "-has:code",
          "has:code has:page",
          "has:model",
          "has:demo",
          "category:cs",
          "category:cs.CL",
          "category:CS.cv",
          "category:cs.C",
          "source:arxiv",
          "source:huggingface-daily-papers learning",
          "date:2026",
          "date:2025-01..2026-02",
          "date:<2026-01-01",
          "listed:2026-03",
          "votes:>20",
          "votes:1..40 -has:code",
          "stars:>0",
          "language:python",
          "license:mit",
          "author:wei",
          "author:\"chen\"",
          "title:counting",
          "abstract:code",
          "keyword:learning",
          "venue:conference",
          "\"vision models\"",
          "\"models vision\"",
          "\"of the\"",
          "counting without numbers",
          "drone image",
          "benchmark",
          "C++",
          "state-of-the-art",
          "GPT-4",
          "naïve",
          "github",
          "a:b",
          "10.1000/182",
          "2601.00001");

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aSavedSearchFindsWhatTheSearchFinds() throws Exception {
    String samples =
        Path.of(System.getProperty("paperflow.root", ".."), "samples").toAbsolutePath().toString();
    try (var up = CommandLineProcess.up(folder, Map.of(), samples);
        SavedSearches saved = new SavedSearches()) {
      URI api = URI.create(up.awaitLine("API ").replaceFirst("API +", ""));
      assertTrue(up.awaitLine("papers 34").contains("dead letters 0"), up::toString);
      List<Paper> papers = new ArrayList<>();
      for (JsonNode hit : ask(api, "").path("hits")) {
        papers.add(MAPPER.treeToValue(hit, Paper.class));
      }
      assertEquals(34, papers.size());
      QUERIES.forEach(query -> saved.put(query, Map.of("q", query)));
      Map<String, Set<String>> found = new TreeMap<>();
      List<Map<String, List<String>>> matches = saved.match(papers);
      for (int i = 0; i < papers.size(); i++) {
        for (String query : matches.get(i).keySet()) {
          found.computeIfAbsent(query, _ -> new TreeSet<>()).add(papers.get(i).id());
        }
      }
      Map<String, Set<String>> searched = new TreeMap<>();
      for (String query : QUERIES) {
        Set<String> ids = searched(api, query);
        if (!ids.isEmpty()) {
          searched.put(query, ids);
        }
      }
      assertEquals(searched, found);
      assertTrue(found.size() > QUERIES.size() / 2, "too many queries find nothing: " + found);
      up.signal("TERM");
      up.awaitExit();
    }
  }

  /** What the search finds by every word, not what resembles it or means the same. */
  private Set<String> searched(URI api, String query) throws Exception {
    Set<String> ids = new TreeSet<>();
    if (query.startsWith("-")) {
      return ids; // The search shows what is left; whoever follows must say what is wanted.
    }
    JsonNode answer = ask(api, query + "&sort=date");
    if (answer.path("matching").asText().equalsIgnoreCase("every-word")) {
      answer.path("hits").forEach(hit -> ids.add(hit.path("id").asText()));
    }
    return ids;
  }

  private JsonNode ask(URI api, String query) throws Exception {
    int more = query.indexOf("&sort=");
    String text = more < 0 ? query : query.substring(0, more);
    String rest = more < 0 ? "" : query.substring(more);
    String address = api + URLEncoder.encode(text, UTF_8) + "&size=100" + rest;
    return MAPPER.readTree(
        client
            .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
            .body());
  }
}
