package io.paperflow.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SentenceModelTest {

  private static SentenceModel model;

  @BeforeAll
  static void load() throws Exception {
    model = SentenceModel.load();
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void whatMeansTheSameIsNearerThanWhatSharesWords() {
    byte[] query = model.vector("automatic bug fixing");
    byte[] meant = model.vector("Repairing faulty programs with a language model");
    byte[] shared = model.vector("Automatic transmission of insect borne disease by the bed bug");

    assertTrue(cosine(query, meant) > cosine(query, shared));
  }

  @Test
  void aVectorHasAllDimensionsAndUsesTheWholeRange() {
    byte[] vector = model.vector("A study of studies.");
    int largest = 0;
    for (byte value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertEquals(SentenceModel.DIMENSIONS, vector.length);
    assertEquals(127, largest);
  }

  @Test
  void anyTextHasAVector() {
    for (String text :
        List.of("", " ", "\u0000", "数学の論文", "\ud800", "𝔏𝔢𝔱𝔱𝔢𝔯𝔰", "x".repeat(100_000))) {
      assertEquals(SentenceModel.DIMENSIONS, model.vector(text).length);
    }
  }

  @Test
  void whatComesAfterTheLastTokenIsNotRead() {
    String long1 = "paper ".repeat(300);
    assertArrayEquals(model.vector(long1), model.vector(long1 + "about something else"));
  }

  @Test
  void aTextHasTheSameVectorWhoeverAsksMeanwhile() throws Exception {
    byte[] alone = model.vector("One of many questions.");
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<byte[]> question = () -> model.vector("One of many questions.");
      for (var answer : threads.invokeAll(List.of(question, question, question, question))) {
        assertArrayEquals(alone, answer.get());
      }
    }
  }

  @Test
  void nothingThatRunsTheModelCanCallHome() throws Exception {
    List<Path> natives;
    Path classes = Path.of(SentenceModel.class.getResource("/ai/onnxruntime/native").toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      natives = files.filter(Files::isRegularFile).toList();
    }
    assertFalse(natives.isEmpty());
    for (Path library : natives) {
      String bytes = Files.readString(library, StandardCharsets.ISO_8859_1);
      assertFalse(
          bytes.contains("events.data.microsoft"), library + " has an address for telemetry");
    }
  }

  /** The model of a process whose class path is a hundred thousand characters long. */
  static final class LongCommandLine {

    private LongCommandLine() {}

    public static void main(String[] arguments) throws Exception {
      try (SentenceModel own = SentenceModel.load()) {
        System.exit(own.vector("any").length == SentenceModel.DIMENSIONS ? 0 : 1);
      }
    }
  }

  @Test
  void aLongCommandLineDoesNotEndTheProcess() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path") + ":/none".repeat(15_000),
                LongCommandLine.class.getName())
            .inheritIO()
            .start();
    assertEquals(0, process.waitFor());
  }

  private static double cosine(byte[] a, byte[] b) {
    double dot = 0;
    double lengths = 0;
    double lengthOfB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      lengths += a[i] * a[i];
      lengthOfB += b[i] * b[i];
    }
    return dot / Math.sqrt(lengths * lengthOfB);
  }
}
