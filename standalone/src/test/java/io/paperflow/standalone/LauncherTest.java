package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The script that starts the command line. */
final class LauncherTest {

  /** A warning of the virtual machine stood before the output of every command. */
  @Test
  void javaTakesItsOptionsWithoutAWord() throws Exception {
    Path script = Path.of(System.getProperty("paperflow.root", ".."), "paperflow");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    try (Stream<String> lines = Files.lines(script)) {
      lines
          .filter(line -> line.startsWith("  -X") && !line.contains("Archive"))
          .flatMap(line -> Stream.of(line.strip().split("[ \\\\]+", -1)))
          .filter(option -> option.startsWith("-"))
          .forEach(command::add);
    }
    assertTrue(command.size() > 3, command.toString());
    command.add("-version");
    Process java = new ProcessBuilder(command).start();
    String out = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, java.waitFor());
    assertEquals("", out);
  }
}
