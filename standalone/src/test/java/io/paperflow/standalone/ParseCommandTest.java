package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code paperflow parse}: records on standard output, reasons on standard error. */
@Timeout(300)
final class ParseCommandTest {

  private static final Path SAMPLES =
      Path.of(System.getProperty("paperflow.root", ".."), "samples").toAbsolutePath();
  private static final String ENTRY =
      "{\"paper\":{\"id\":\"2602.01230\",\"title\":\"Warm Tea\",\"summary\":\"%s\",\"upvotes\":7}}";

  @TempDir private Path folder;

  @Test
  void printsTheRecordsOfEveryDocumentOfAFolder() throws Exception {
    try (var command = CommandLineProcess.run(folder, "parse", SAMPLES.toString())) {
      assertEquals(Paperflow.OK, command.awaitExit(), command::toString);
      assertEquals(List.of(), command.err());
      List<JsonNode> records = records(command);
      assertTrue(records.size() > 20, command::toString);
      assertTrue(records.stream().allMatch(r -> r.path("paperKey").asText().contains(":")));
    }
  }

  @Test
  void readsStandardInputAndCompressedFilesInTheOrderOfTheArguments() throws Exception {
    Path input = Files.writeString(folder.resolve("in"), "[" + ENTRY.formatted("A") + "]");
    Path file = folder.resolve("lines.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(utf8(ENTRY.formatted("B") + "\n" + ENTRY.formatted("C")));
    }
    try (var command =
        CommandLineProcess.start(
            folder, ProcessBuilder.Redirect.from(input.toFile()), "parse", "-", file.toString())) {
      assertEquals(Paperflow.OK, command.awaitExit(), command::toString);
      assertEquals(
          List.of("A", "B", "C"),
          records(command).stream().map(r -> r.path("abstract").asText()).toList());
    }
  }

  @Test
  void saysWhatIsRefusedAndPrintsTheRest() throws Exception {
    Path broken =
        Files.writeString(
            folder.resolve("broken.json"), "[" + ENTRY.formatted("A") + ",{\"paper\":{}}]");
    Path other = Files.writeString(folder.resolve("other.txt"), "Just a line.");
    try (var command =
        CommandLineProcess.run(folder, "parse", broken.toString(), other.toString())) {
      assertEquals(Paperflow.DEAD_LETTERS, command.awaitExit(), command::toString);
      assertEquals(1, records(command).size());
      List<String> reasons = command.err();
      assertEquals(2, reasons.size(), command::toString);
      assertEquals(broken.toUri() + ": the record has no title", reasons.get(0));
      assertTrue(reasons.get(1).startsWith(other.toUri() + ": the document's format is not known"));
    }
  }

  @Test
  void pathsThatCannotBeReadAreRefusedBeforeAnythingIsPrinted() throws Exception {
    try (var command =
        CommandLineProcess.run(folder, "parse", SAMPLES.toString(), "/no/such/file")) {
      assertEquals(Paperflow.REFUSED, command.awaitExit(), command::toString);
      assertEquals(List.of(), command.out());
      assertEquals(
          List.of("paperflow: /no/such/file: there is no such file or folder"), command.err());
    }
  }

  /** More than the heap of 256 MB that the launcher gives: an entry alone is larger. */
  @Test
  void streamsWhatIsLargerThanTheHeap() throws Exception {
    byte[] entry = utf8(ENTRY.formatted("x".repeat(50_000)) + ",");
    byte[] piece = "y".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    int entries = 2_000;
    try (var command = CommandLineProcess.start(folder, "parse", "-")) {
      try (OutputStream in = new BufferedOutputStream(command.input())) {
        in.write('[');
        for (int i = 0; i < entries; i++) {
          in.write(entry);
        }
        in.write(utf8("{\"title\":\""));
        for (int i = 0; i < 300; i++) {
          in.write(piece);
        }
        in.write(utf8("\"}," + ENTRY.formatted("last") + "]"));
      }
      assertEquals(Paperflow.DEAD_LETTERS, command.awaitExit(), () -> "failed");
      assertEquals(List.of("stdin:-: a record of 900000 bytes or more is left out"), command.err());
      assertEquals(entries + 1, command.out().size());
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<JsonNode> records(CommandLineProcess command) throws Exception {
    List<JsonNode> records = new ArrayList<>();
    for (String line : command.out()) {
      records.add(new ObjectMapper().readTree(line));
    }
    return records;
  }
}
