package io.paperflow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM's log of {@code -Xlog:gc}. */
record GcLog(Path file) {

  private static final Pattern FULL =
      Pattern.compile("Pause Full \\(Diagnostic Command\\) \\d+M->(\\d+)M");

  /** The option that writes it. */
  String option() {
    return "-Xlog:gc:file=" + file;
  }

  /** Has a process collect its whole heap, which its log tells then. */
  static void collect(long pid) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var _ =
        new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
  }

  /** Megabytes of live objects after each collection that was asked for, in their order. */
  List<Integer> live() throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .map(FULL::matcher)
          .filter(Matcher::find)
          .map(found -> Integer.parseInt(found.group(1)))
          .toList();
    }
  }
}
