package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accents become Unicode, and nothing else changes. */
class LatexTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          G\\"odel                      | Gödel
          G{\\"o}del                    | Gödel
          G\\"{o}del                    | Gödel
          {\\'E}tale                    | Étale
          \\'Edgar Rold\\'an             | Édgar Roldán
          C. Bal\\'azs                  | C. Balázs
          Ond\\v{r}ej \\v{S}r\\'amek     | Ondřej Šrámek
          Ond\\v rej                    | Ondřej
          Fran\\c{c}ois, Fran\\c cois    | François, François
          Stra\\ss e, Stra{\\ss}e        | Straße, Straße
          Gro\\ss{} and small           | Groß and small
          {\\O}yvind S\\o rensen         | Øyvind Sørensen
          \\L{}ukasz \\L ukasz {\\l}     | Łukasz Łukasz ł
          na\\"{\\i}ve, na\\"\\i ve       | naïve, naïve
          Lema\\^\\i tre, Lema\\^itre     | Lemaître, Lemaître
          \\~nandu, Espa{\\~n}a          | ñandu, España
          Erd\\H{o}s, Erd\\H os          | Erdős, Erdős
          \\u{g}, \\k{a}, \\r{u}, \\d{u}   | ğ, ą, ů, ụ
          \\.Z, \\=a, \\b{d}             | Ż, ā, ḏ
          \\AA ngstr\\"om, \\aa          | Ångström, å
          \\ae, {\\AE}, \\oe, \\OE{}      | æ, Æ, œ, Œ
          \\th, \\DH{}, \\dj             | þ, Ð, đ
          \\'{\\ae}                      | ǽ
          \\"{q}                        | q̈
          R\\&D at 5\\%, \\#1            | R&D at 5%, #1
          \\emph{Caf\\'e}                | \\emph{Café}
          \\i, {\\i}                     | ı, ı
          """)
  void accentsAndLetters(String written, String read) {
    assertEquals(Normalizer.normalize(read, Normalizer.Form.NFC), Latex.toUnicode(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no command",
        "$\\alpha$ and $\\\"o$, $$\\'e$$, \\(\\v{c}\\) and \\[\\ss\\]",
        "$\\'a\\$\\'e$",
        "\\url{https://example.org/\\'e\\_x} and \\href{a\\_b}{here}",
        "\\emph{so}, \\textbf{so}, {so}, \\alpha, \\Lambda_{b}, \\cite{a}",
        "\\sso, \\other, \\vc, \\cc",
        "\"quoted\\\" \\\"quoted\\\", \\' and \\'{} and \\\"",
        "\\\\ \\$5 \\{x\\} \\2 \\v1 \\c, \\H^1",
        "ends with \\",
        "ends with \\v",
        "ends with \\v{",
        "ends with \\'{e",
        "{\\'e and no end",
        "\\v{cc}",
        "{\\'e\\'e x}"
      })
  void whatIsNoAccentStays(String text) {
    String expected =
        text.equals("{\\'e and no end")
            ? "{é and no end"
            : text.equals("{\\'e\\'e x}") ? "{éé x}" : text;
    assertEquals(expected, Latex.toUnicode(text));
  }

  @Property
  void mathematicsStays(@ForAll("pieces") String inside) {
    String math = "$x" + inside.replace("$", "").replace("\\", "\\a") + "x$";
    assertEquals("é" + math + "é", Latex.toUnicode("\\'e" + math + "{\\'e}"));
  }

  @Property
  void anyTextIsReadAndGrowsNot(@ForAll("pieces") String text) {
    assertTrue(Latex.toUnicode(text).length() <= text.length());
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
            "\\", "{", "}", "$", "$$", "'", "\"", "v", "c ", "ss", "o", "\\i", "\\'", "\\v{", "e",
            " ", "\\(", "\\)", "\\url{", "é", "\n", "\\&", "~")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }
}
