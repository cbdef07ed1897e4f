package io.paperflow.search.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Q & A | Q \\& A",
        "100% of #1 | 100\\% of \\#1",
        "$\\mathcal{O}(n^{2})$ of a_b | $\\mathcal{O}(n^{2})$ of a\\_b",
        "costs $5 | costs \\$5",
        "{Open | Open",
        "{Closed} | {Closed}",
        "}{ | ''",
        "Caf\\'e \\& more | Caf\\'e \\& more",
        "C:\\1 | C:\\textbackslash{}1"
      })
  void signsWithAMeaningAreEscapedButForFormulasAndCommands(String text, String latex) {
    assertEquals(latex, LatexText.of(text));
  }

  @Property
  void noTextEndsItsFieldOrOpensAnother(
      @ForAll @Chars({'{', '}', '\\', '$', 'a', ' ', '%', '\n'}) String text) {
    int open = 0;
    for (char c : LatexText.of(text).toCharArray()) {
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
      assertEquals(0, Math.min(0, open));
    }
    assertEquals(0, open);
  }
}
