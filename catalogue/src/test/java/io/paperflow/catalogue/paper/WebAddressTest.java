package io.paperflow.catalogue.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"https://github.com/a/b", "HTTP://example.org", "https://a.example/x?y=1&z=%20#f"})
  void addressesOfTheWebMayBeLinkedTo(String url) {
    assertEquals(Optional.of(url), WebAddress.of(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "javascript:alert(1)",
        "JavaScript://github.com/%0aalert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//github.com/a/b",
        "/search",
        "https:",
        "https://",
        "https:///path",
        " https://github.com/a/b",
        "java\nscript:alert(1)",
        "https://github.com/a b",
        "https://x\"onclick=\"alert(1)"
      })
  void allElseMayNot(String url) {
    assertEquals(Optional.empty(), WebAddress.of(url));
  }
}
