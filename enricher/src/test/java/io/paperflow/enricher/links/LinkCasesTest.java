package io.paperflow.enricher.links;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of reading links, in clean and damaged texts: {@code fixtures/links/cases.tsv}. */
final class LinkCasesTest {

  private static final LinkFinder FINDER = LinkFinder.standard();

  static Stream<Arguments> cases() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            LinkCasesTest.class.getResourceAsStream("/fixtures/links/cases.tsv"))) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .map(cells -> Arguments.of(cells.get(2), cells.get(0), cells.get(1)));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void findsTheLinksOfACase(String shown, String written, String expected) {
    String text = written.replace('⏎', '\n');
    List<FoundLink> found = FINDER.find("abstract", text);
    String actual = found.stream().map(LinkCasesTest::line).collect(Collectors.joining(" ; "));
    assertEquals(expected, actual.isEmpty() ? "-" : actual, shown);
    for (FoundLink link : found) {
      assertEquals(text.substring(link.start(), link.end()), link.raw());
    }
  }

  private static String line(FoundLink link) {
    return "%s %s %s %s"
        .formatted(link.kind(), link.role(), link.state(), "")
        .toLowerCase(Locale.ROOT)
        .concat(link.url());
  }
}
