package io.paperflow.catalogue.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void whatXmlForbidsIsLeftOut() {
    assertEquals("a bc d🚀", PlainText.of(" a\nb\u0000c\td\uD83D\uFFFE🚀\u001F"));
  }

  @Property
  void everyTextCanBeWrittenAndIsStable(@ForAll String text) {
    String plain = PlainText.of(text);
    assertEquals(plain, PlainText.of(plain));
  }
}
