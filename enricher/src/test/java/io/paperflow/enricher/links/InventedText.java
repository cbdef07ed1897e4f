package io.paperflow.enricher.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A text of our own invention with the links a reader finds in it. In the files, texts are parted
 * by an empty line: the field, the lines of the text, then for each link {@code => kind role state
 * url}.
 */
record InventedText(String field, String text, List<Score.Label> labels) {

  private static final String LABEL = "=> ";

  static List<InventedText> read(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(InventedText.class.getResourceAsStream(resource), resource)) {
      return Arrays.stream(new String(in.readAllBytes(), UTF_8).split("\n\n"))
          .map(block -> block.lines().filter(line -> !line.startsWith("# ")).toList())
          .filter(lines -> !lines.isEmpty())
          .map(InventedText::of)
          .toList();
    }
  }

  private static InventedText of(List<String> lines) {
    Stream<String> text = lines.stream().skip(1).filter(line -> !line.startsWith(LABEL));
    Stream<String> labels = lines.stream().filter(line -> line.startsWith(LABEL));
    return new InventedText(
        lines.getFirst(),
        String.join("\n", text.toList()),
        labels.map(line -> label(line.substring(LABEL.length()).split(" "))).toList());
  }

  private static Score.Label label(String... cells) {
    return new Score.Label(cells[3], cells[0], cells[1], cells[2], "", -1);
  }
}
