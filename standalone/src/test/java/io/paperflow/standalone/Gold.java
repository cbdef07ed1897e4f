package io.paperflow.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;

/**
 * Three real dumps of the Daily Papers page and what people read in them, in a folder beside the
 * project.
 *
 * @param dumps the documents
 * @param papers by title: the SHA-256 of the abstract, and below it kind and address of each link
 */
record Gold(List<Path> dumps, Map<String, SortedSet<String>> papers) {

  /** The gold; without the folder the test is skipped and says so. */
  static Gold read() throws IOException {
    Path feeds = Path.of(System.getProperty("paperflow.shared", "../../shared"), "feeds");
    Assumptions.assumeTrue(Files.isDirectory(feeds), "skipped: there is no folder " + feeds);
    Map<String, SortedSet<String>> papers = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(feeds.resolve("gold.jsonl"))) {
      JsonNode paper = json.readTree(line);
      SortedSet<String> facts =
          papers.computeIfAbsent(paper.get("title").asText(), _ -> new TreeSet<>());
      facts.add("abstract " + paper.get("abstract_sha256").asText());
      paper.get("links").forEach(link -> facts.add(fact(link.get("kind"), link.get("canonical"))));
    }
    List<Path> dumps =
        List.of("a", "b", "c").stream()
            .map(name -> feeds.resolve("daily-papers-%s.txt".formatted(name)))
            .toList();
    return new Gold(dumps, papers);
  }

  /** The same of a document of the index. */
  static SortedSet<String> factsOf(JsonNode document) throws Exception {
    SortedSet<String> facts = new TreeSet<>();
    facts.add("abstract " + sha256(document.path("abstract").asText()));
    document.path("links").forEach(link -> facts.add(fact(link.get("kind"), link.get("url"))));
    return facts;
  }

  private static String fact(JsonNode kind, JsonNode url) {
    return kind.asText() + " " + url.asText();
  }

  private static String sha256(String text) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash);
  }
}
