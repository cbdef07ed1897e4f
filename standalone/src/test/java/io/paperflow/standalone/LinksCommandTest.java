package io.paperflow.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The links of texts on the command line: nothing else runs. */
final class LinksCommandTest {

  private static final String CODE = "Our code is at https: //github.com/ada/fox.";

  private final ObjectMapper json = new ObjectMapper();

  @TempDir private Path folder;

  private record Said(int exitCode, List<String> out, List<String> err) {}

  @Test
  void showsTheLinksOfATextAndWhereTheyStand() {
    Said said = run("", "links", CODE);

    assertEquals(Paperflow.OK, said.exitCode());
    String row = said.out().get(1);
    for (String cell :
        List.of("code_repo", "own", "available", "url+split", "https://github.com/ada/fox")) {
      assertTrue(row.contains(cell), row);
    }
    assertEquals("    Our code is at »https: //github.com/ada/fox«.", said.out().get(2));
  }

  @Test
  void readsAFileOrStandardInputAsOneText() throws Exception {
    Path file = Files.writeString(folder.resolve("text"), "Code:\n" + CODE);

    List<String> ofFile = run("", "links", file.toString()).out();

    assertTrue(ofFile.get(1).contains("https://github.com/ada/fox"), ofFile.toString());
    assertEquals(ofFile, run("Code:\n" + CODE, "links", "-").out());
    assertEquals(List.of("no links"), run("Nothing here.", "links").out());
  }

  @Test
  void answersEachLineOfJsonWithALine() throws Exception {
    String lines =
        """
        {"field": "abstract", "text": "𝒜 code is at https://github.com/ada/fox, later https://github.com/Ada/Fox."}
        {"field": "title", "text": "A fox"}
        {"field": "comment", "text": "Model will be at https://huggingface.co/ada/fox"}
        """;

    Said said = run(lines, "links", "--json", "-");

    assertEquals(Paperflow.OK, said.exitCode());
    assertEquals(List.of(), said.err());
    assertEquals(3, said.out().size());
    assertEquals(
        json.readTree(
            """
            {"links": [{"url": "https://github.com/ada/fox", "kind": "code_repo", "role": "own",
              "state": "available", "confidence": 0.98, "raw": "https://github.com/ada/fox",
              "start": 13, "rule": "url"}]}
            """),
        json.readTree(said.out().getFirst()));
    assertEquals("{\"links\":[]}", said.out().get(1));
    JsonNode promised = json.readTree(said.out().get(2)).path("links").path(0);
    assertEquals("model_or_dataset", promised.path("kind").asText());
    assertEquals("promised", promised.path("state").asText());
  }

  @Test
  void aBadLineIsAnErrorAndStillGivesALine() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("lines"), "{\"text\": 1}\n\n{oops\n{\"text\": \"osf.io/ab1cd\"}\n");

    Said said = run("", "links", "--json", file.toString());

    assertEquals(Paperflow.DEAD_LETTERS, said.exitCode());
    assertEquals(4, said.out().size());
    for (String line : said.out().subList(0, 3)) {
      assertEquals(List.of(), List.copyOf(json.readTree(line).path("links").findValues("url")));
      assertTrue(json.readTree(line).path("error").isTextual(), line);
    }
    assertEquals(
        "https://osf.io/ab1cd",
        json.readTree(said.out().get(3)).path("links").path(0).path("url").asText());
    assertEquals(
        List.of("paperflow: line 1:", "paperflow: line 2:", "paperflow: line 3:"),
        said.err().stream().map(line -> line.substring(0, 18)).toList());
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    Said said = run("", "links", "--json", "no-such-file");

    assertEquals(Paperflow.REFUSED, said.exitCode());
    assertEquals(List.of(), said.out());
    assertEquals(List.of("paperflow: no-such-file: there is no such file"), said.err());
  }

  /** Runs a command in this process, its three streams taken. */
  private static Said run(String input, String... arguments) {
    InputStream in = System.in;
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream saidOut = new ByteArrayOutputStream();
    ByteArrayOutputStream saidErr = new ByteArrayOutputStream();
    try {
      System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
      System.setOut(new PrintStream(saidOut, true, UTF_8));
      System.setErr(new PrintStream(saidErr, true, UTF_8));
      int exitCode = Paperflow.run(arguments);
      return new Said(
          exitCode,
          saidOut.toString(UTF_8).lines().toList(),
          saidErr.toString(UTF_8).lines().toList());
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(err);
    }
  }
}
