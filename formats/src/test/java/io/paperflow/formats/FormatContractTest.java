package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paperflow.formats.Documents.Cut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every format, on every fixture: {@code fixtures/{format}/{case}/input.*}. */
class FormatContractTest {

  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
  private static final PartSize TINY = new PartSize(16, 100_000);

  record Fixture(Path file, JsonNode expected) {
    @Override
    public String toString() {
      return FIXTURES.relativize(file).toString();
    }

    byte[] input() {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Format format() {
      return Formats.standard().byMediaType(expected.get("mediaType").asText()).orElseThrow();
    }
  }

  @ParameterizedTest
  @MethodSource("readable")
  void exactlyItsFormatRecognisesADocument(Fixture fixture) {
    Head head = Documents.head(fixture.input());
    List<String> recognising =
        Formats.standard().all().stream()
            .filter(format -> format.recognises(head))
            .map(Format::mediaType)
            .toList();
    assertEquals(List.of(fixture.expected.get("mediaType").asText()), recognising);
  }

  @ParameterizedTest
  @MethodSource("readable")
  void readsWhatIsExpected(Fixture fixture) {
    assertEquals(
        fixture.expected.get("readings").toPrettyString(),
        ReadingJson.of(Documents.read(fixture.format(), fixture.input())).toPrettyString());
  }

  @ParameterizedTest
  @MethodSource("readable")
  void partsReadLikeTheWhole(Fixture fixture) {
    Cut cut = Documents.cut(fixture.format(), fixture.input(), TINY);
    var readings = new ArrayList<Reading>();
    cut.parts().forEach(part -> readings.addAll(Documents.read(fixture.format(), part)));
    assertEquals(List.of(), cut.unreadable());
    assertEquals(
        fixture.expected.get("readings").toPrettyString(),
        ReadingJson.of(readings).toPrettyString());
  }

  @ParameterizedTest
  @MethodSource("readable")
  void aSmallDocumentIsPassedOnUnchanged(Fixture fixture) {
    Cut cut = Documents.cut(fixture.format(), fixture.input(), PartSize.STANDARD);
    assertEquals(1, cut.parts().size());
    assertEquals(ByteBuffer.wrap(fixture.input()), ByteBuffer.wrap(cut.parts().getFirst()));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWithAReason(Fixture fixture) {
    Recognition recognition = Formats.standard().recognise(Documents.head(fixture.input()));
    var expected =
        new Recognition.Refused(
            Recognition.Code.valueOf(fixture.expected.get("refused").asText()),
            fixture.expected.get("message").asText());
    assertEquals(expected, recognition);
  }

  @Test
  void everyFormatHasFixtures() {
    Set<String> covered = new TreeSet<>();
    readable().forEach(fixture -> covered.add(fixture.expected.get("mediaType").asText()));
    Set<String> known = new TreeSet<>();
    Formats.standard().all().forEach(format -> known.add(format.mediaType()));
    assertEquals(known, covered);
  }

  @Test
  void unknownNamesHaveNoFormat() {
    assertEquals(Optional.empty(), Formats.standard().byMediaType("text/plain"));
  }

  @Test
  void someFixturesAreCutIntoSeveralParts() {
    assertTrue(
        readable().anyMatch(f -> Documents.cut(f.format(), f.input(), TINY).parts().size() > 1));
    assertFalse(refused().toList().isEmpty());
  }

  static Stream<Fixture> readable() {
    return fixtures().filter(fixture -> fixture.expected.has("readings"));
  }

  static Stream<Fixture> refused() {
    return fixtures().filter(fixture -> fixture.expected.has("refused"));
  }

  private static Stream<Fixture> fixtures() {
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("input."))
          .sorted()
          .map(FormatContractTest::fixture)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fixture fixture(Path input) {
    try {
      Path expected = input.resolveSibling("expected.json");
      return new Fixture(input, new ObjectMapper().readTree(expected.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
