package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.embedded.DataDirectory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What cannot work is refused before anything starts: one clear line, exit code 2, and nothing is
 * left behind.
 */
@Timeout(300)
final class UpRefusalsTest {

  @TempDir private Path folder;

  @Test
  void eachRefusalIsOneLineAndLeavesNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Path used = folder.resolve("used");
    Path sample = Path.of(System.getProperty("paperflow.root", ".."), "samples").toAbsolutePath();
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        DataDirectory _ = DataDirectory.open(used)) {
      String taken = Integer.toString(socket.getLocalPort());
      String self = Long.toString(ProcessHandle.current().pid());
      Map<List<String>, String> refusals = new LinkedHashMap<>();
      for (String option : List.of("--http-port", "--elasticsearch-port", "--kafka-port")) {
        refusals.put(
            up(option, taken),
            "paperflow: port %s is taken: stop what uses it or choose another with %s"
                .formatted(taken, option));
      }
      refusals.put(
          up("--http-port", "70000"), "paperflow: --http-port 70000 is not between 0 and 65535");
      refusals.put(
          up("--kafka-port", "x"),
          "paperflow up: Invalid value for option '--kafka-port': 'x' is not an int (see paperflow"
              + " up --help)");
      refusals.put(
          up("--data", file.toString()),
          "paperflow: data folder " + file + " is a file: choose another with --data");
      refusals.put(
          up("--data", used.toString()),
          "paperflow: data folder %s is in use by process %s: stop that or choose another with --data"
              .formatted(used, self));
      refusals.put(
          up("--speed"), "paperflow up: Unknown option: '--speed' (see paperflow up --help)");
      refusals.put(
          up("--once"), "paperflow: --once needs documents: name files, folders, globs or URLs");
      refusals.put(
          up(sample.toString(), "/no/such/file"),
          "paperflow: /no/such/file: there is no such file or folder");
      refusals.put(
          up("ftp://example.org/papers.txt"),
          "paperflow: ftp://example.org/papers.txt: only addresses of http and https are read");
      refusals.put(
          List.of("walk"),
          "paperflow: Unmatched argument at index 0: 'walk' (see paperflow --help)");
      refusals.put(
          List.of("search", "--size", "0", "x"), "paperflow: --size 0 is not between 1 and 100");

      assertRefused(refusals);
    }
  }

  /** With free ports, where the arguments name no others. */
  private static List<String> up(String... arguments) {
    List<String> words = new ArrayList<>(List.of("up"));
    for (String option : List.of("--http-port", "--elasticsearch-port", "--kafka-port")) {
      if (!List.of(arguments).contains(option)) {
        words.addAll(List.of(option, "0"));
      }
    }
    words.addAll(List.of(arguments));
    return words;
  }

  private void assertRefused(Map<List<String>, String> refusals) throws Exception {
    Path workingFolder = Files.createDirectory(folder.resolve("empty"));
    for (var refusal : refusals.entrySet()) {
      String[] arguments = refusal.getKey().toArray(String[]::new);
      try (var command = CommandLineProcess.run(workingFolder, arguments)) {
        assertEquals(Paperflow.REFUSED, command.awaitExit(), command::toString);
        assertEquals(List.of(refusal.getValue()), command.err());
        assertEquals(List.of(), command.out());
      }
    }
    try (Stream<Path> left = Files.list(workingFolder)) {
      assertEquals(List.of(), left.toList(), "nothing is left behind");
    }
  }
}
