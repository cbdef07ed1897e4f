package io.paperflow.enricher.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Agreement with readers of real texts, measured on the shared samples where they are. */
final class LabelledTextsTest {

  private static final LinkFinder FINDER = LinkFinder.standard();

  @Test
  void findsEveryLinkOfTheDailyDumpsAndNoOther() throws IOException, NoSuchAlgorithmException {
    Map<String, String> lines =
        SharedFeeds.linesByHash(
            List.of(
                "feeds/daily-papers-a.txt",
                "feeds/daily-papers-b.txt",
                "feeds/daily-papers-c.txt"));
    Score score = new Score();
    for (JsonNode paper : SharedFeeds.jsonLines("feeds/gold.jsonl")) {
      String text = Objects.requireNonNull(lines.get(paper.get("abstract_sha256").asText()));
      score.add(text, FINDER.find("abstract", text), labels(paper));
    }
    score.print("daily dumps");
    assertEquals(1.0, score.precision());
    assertEquals(1.0, score.recall());
    assertEquals(1.0, score.agreement("raw"));
    assertEquals(1.0, score.agreement("start"));
    assertTrue(score.agreement("kind") >= 0.98);
    assertTrue(score.agreement("state") >= 0.98);
  }

  @Test
  void agreesWithAReaderOfDifficultTexts() throws IOException {
    Score score = new Score();
    for (JsonNode text : SharedFeeds.jsonLines("feeds/links-given.jsonl")) {
      String field = text.get("field").asText();
      String words = text.get("text").asText();
      score.add(words, FINDER.find(field, words), labels(text));
    }
    score.print("difficult texts");
    assertTrue(score.precision() >= 0.98);
    assertTrue(score.recall() >= 0.98);
    assertTrue(score.codePrecision() >= 0.98);
    assertTrue(score.codeRecall() >= 0.98);
    assertTrue(score.agreement("kind") >= 0.97);
    assertTrue(score.agreement("role") >= 0.96);
    assertTrue(score.agreement("state") >= 0.97);
    assertTrue(score.agreement("raw") >= 0.98);
  }

  @Test
  void readsEveryListedForm() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> lines = Files.readAllLines(SharedFeeds.file("formats/link-extraction-cases.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split("\t", -1));
      List<FoundLink> found = FINDER.find("abstract", cells.getFirst().replace("\\n", "\n"));
      if (!new ListedForm(cells.get(1)).agrees(found)) {
        wrong.add(line + " -> " + found);
      }
    }
    System.out.printf(
        "listed forms: %d of %d%n", lines.size() - 1 - wrong.size(), lines.size() - 1);
    assertEquals(List.of(), wrong);
  }

  private static List<Score.Label> labels(JsonNode node) {
    List<Score.Label> labels = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode link : node.get("links")) {
      if (seen.add(link.get("canonical").asText())) {
        labels.add(
            new Score.Label(
                link.get("canonical").asText(),
                link.get("kind").asText(),
                role(link),
                link.path("state").asText(link.path("status").asText("")),
                link.get("raw").asText(),
                link.path("start").asInt(-1)));
      }
    }
    return labels;
  }

  /** The role of a link; the dumps' labels only say which links are the authors' own. */
  private static String role(JsonNode link) {
    if (link.has("state")) {
      return link.get("role").asText();
    }
    return link.path("own").asBoolean(false) ? "own" : "";
  }
}
