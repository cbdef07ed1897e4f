package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paperflow.formats.Documents.Cut;
import io.paperflow.schemas.PaperRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real text dumps, and the same papers set in other ways, are read without a single mistake. */
class GoldFeedsTest {

  private static final PartSize SMALL = new PartSize(20_000, 900_000);
  private static final int SHUFFLES = 2;

  /** What a paper must be read as. */
  record Expected(String title, String abstractSha256) {}

  record Case(String name, Layout layout, UnaryOperator<Setting> how) {
    @Override
    public String toString() {
      return layout + ", " + name;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"daily-papers-a.txt", "daily-papers-b.txt", "daily-papers-c.txt"})
  void readsTheDumps(String file) throws IOException {
    byte[] dump = Files.readAllBytes(Shared.path("feeds/" + file));
    List<Expected> gold = gold(file);
    assertTrue(!gold.isEmpty());
    assertSame(gold, read(dump));
    assertSame(gold, readInParts(dump));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void readsThePapersHoweverTheyAreSet(Case setting) throws IOException {
    List<Setting.Paper> papers = new ArrayList<>();
    for (String file : List.of("daily-papers-a.txt", "daily-papers-b.txt", "daily-papers-c.txt")) {
      byte[] dump = Files.readAllBytes(Shared.path("feeds/" + file));
      Documents.papers(Documents.recognised(dump), dump).stream()
          .map(p -> new Setting.Paper(p.getTitle(), p.getAbstract$().orElseThrow()))
          .forEach(papers::add);
    }
    for (int seed = 0; seed < SHUFFLES; seed++) {
      var random = new Random(seed);
      Collections.shuffle(papers, random);
      Setting how = setting.how.apply(new Setting(setting.layout, random));
      byte[] page = how.set(papers);
      List<Expected> expected =
          how.expected().stream().map(p -> new Expected(p.title(), sha256(p.text()))).toList();
      assertEquals(setting.layout.mediaType(), Documents.recognised(page).mediaType());
      assertSame(expected, read(page));
      assertSame(expected, readInParts(page));
    }
  }

  /** Like assertEquals, with the few papers that differ instead of all. */
  private static void assertSame(List<Expected> expected, List<Expected> read) {
    var missing = new ArrayList<>(expected);
    missing.removeAll(read);
    var surplus = new ArrayList<>(read);
    surplus.removeAll(expected);
    assertEquals(List.of(), missing, () -> "read instead: " + surplus);
    assertEquals(expected, read);
  }

  static Stream<Case> settings() {
    return Stream.of(Layout.values())
        .flatMap(
            layout ->
                Stream.of(
                    new Case("with a header", layout, Setting::header),
                    new Case("without header", layout, s -> s),
                    new Case("with marks", layout, s -> s.header().marks()),
                    new Case("with marks, without header", layout, Setting::marks),
                    new Case("Windows line ends", layout, s -> s.header().windowsLineEnds()),
                    new Case("blank tail", layout, s -> s.header().marks().blankTail()),
                    new Case("broken titles", layout, s -> s.header().brokenTitles(73)),
                    new Case("broken, with marks", layout, GoldFeedsTest::brokenWithMarks)))
        .flatMap(
            one ->
                one.layout == Layout.PARAGRAPHS && one.name.equals("broken titles")
                    ? Stream.concat(Stream.of(one), paragraphs())
                    : Stream.of(one));
  }

  private static Setting brokenWithMarks(Setting setting) {
    return setting.header().marks().brokenTitles(73).brokenAbstracts(79);
  }

  private static Stream<Case> paragraphs() {
    return Stream.of(
        new Case("broken lines", Layout.PARAGRAPHS, s -> s.brokenTitles(60).brokenAbstracts(79)),
        new Case("two paragraphs", Layout.PARAGRAPHS, Setting::abstractsOfTwoParagraphs));
  }

  private static List<Expected> gold(String file) throws IOException {
    var json = new ObjectMapper();
    var gold = new ArrayList<Expected>();
    Path lines = Shared.path("feeds/gold.jsonl");
    for (String line : Files.readAllLines(lines)) {
      JsonNode paper = json.readTree(line);
      if (paper.get("file").asText().equals(file)) {
        gold.add(new Expected(paper.get("title").asText(), paper.get("abstract_sha256").asText()));
      }
    }
    return gold;
  }

  private static List<Expected> read(byte[] page) {
    return Documents.papers(Documents.recognised(page), page).stream()
        .map(GoldFeedsTest::expected)
        .toList();
  }

  private static List<Expected> readInParts(byte[] page) {
    Format format = Documents.recognised(page);
    Cut cut = Documents.cut(format, page, SMALL);
    assertTrue(cut.parts().size() > 1);
    return cut.parts().stream()
        .flatMap(part -> Documents.papers(format, part).stream())
        .map(GoldFeedsTest::expected)
        .toList();
  }

  private static Expected expected(PaperRecord paper) {
    return new Expected(paper.getTitle(), sha256(paper.getAbstract$().orElse("")));
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Documents.utf8(text));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
