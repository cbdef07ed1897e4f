package io.paperflow.catalogue.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.catalogue.query.MarkedText.Span;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

  @Test
  void markedPartsAreToldApart() {
    assertEquals(
        List.of(new Span("a ", false), new Span("b", true), new Span(" c", false)),
        MarkedText.of("a " + MarkedText.OPEN + "b" + MarkedText.CLOSE + " c").spans());
  }

  @Test
  void markupInTextsIsEscaped() {
    MarkedText text =
        MarkedText.of("<b onload='x'>" + MarkedText.OPEN + "\"&" + MarkedText.CLOSE + "</b>");
    assertEquals("&lt;b onload=&#39;x&#39;&gt;<mark>&quot;&amp;</mark>&lt;/b&gt;", text.html());
  }

  @Property
  void htmlShowsTheTextAndHasNoTagButMark(@ForAll String typed) {
    MarkedText text = MarkedText.of(typed);
    String plain = text.spans().stream().map(Span::text).collect(Collectors.joining());
    var body = Jsoup.parseBodyFragment(text.html()).body();
    assertEquals(body.select("mark").size() + 1, body.getAllElements().size());
    assertEquals(
        plain.codePoints().filter(c -> c > ' ').count(),
        body.wholeText().codePoints().filter(c -> c > ' ').count());
  }
}
