package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The script that starts the command line. */
final class LauncherTest {

  /** A warning of the virtual machine stood before the output of every command. */
  @Test
  void javaTakesItsOptionsWithoutAWord() throws Exception {
    Path options = Path.of(System.getProperty("paperflow.root", ".."), "build", "launcher.options");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + options);
    // Nor of a cache that was not made.
    command.addAll(List.of("-XX:AOTCache=/nowhere.aot", "-Xlog:aot=off", "-Xlog:cds=off"));
    command.add("-version");
    Process java = new ProcessBuilder(command).start();
    String out = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, java.waitFor());
    assertEquals("", out);
  }
}
