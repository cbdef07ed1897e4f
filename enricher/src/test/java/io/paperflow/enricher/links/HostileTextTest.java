package io.paperflow.enricher.links;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A million characters of what costs a careless reader most are read to the end. The time limit is
 * far from what it takes and only ends a reading that would not.
 */
@Timeout(value = 120, unit = SECONDS, threadMode = SEPARATE_THREAD)
final class HostileTextTest {

  private static final int LENGTH = 1_000_000;
  private static final int MOST_LINKS = 500;

  private final LinkFinder finder = LinkFinder.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "://",
        "http://",
        "https:/ ",
        ".a",
        "a.b/",
        "a/b ",
        "github.com/",
        "github.com / ",
        "https://github.com/a/\n",
        "https://github.com/ada/fox ",
        "https://github.com/ada/fox",
        "GitHub: a/b ",
        "\\href{https://fox.org/}{",
        "https://fox.org/((((((((",
        "https://fox.org/)))))))))",
        "https://fox.org/?h=http",
        "{\\_",
        "a.com ",
        "www.a.com ",
        "available at a.com ",
        "(",
        "will be ",
        "\n",
        " ",
        "x"
      })
  void readsAMillionCharacters(String part) {
    List<FoundLink> found = finder.find("abstract", part.repeat(LENGTH / part.length()));
    assertTrue(found.size() <= MOST_LINKS);
  }
}
