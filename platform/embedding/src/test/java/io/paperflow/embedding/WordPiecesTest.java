package io.paperflow.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Against the tokenizer of the model's authors. */
class WordPiecesTest {

  private static final int MOST = 256;

  @Test
  void aTextIsCutAsTheAuthorsOfTheModelDo() throws Exception {
    try (HuggingFaceTokenizer theirs = theirs()) {
      WordPieces ours = ours();
      for (String text :
          List.of(
              "",
              " \t\n\r\u00a0\u2003\u3000",
              "A graph-neural net (GNN) gains 3.5% over ResNet-50; see https://a.example/b_c?d=e#f",
              "Ångström, naïve Gödel, İstanbul, Straße, ΣΊΣΥΦΟΣ, Łódź, ǅ",
              "$\\mathcal{O}(n^2)$ with `code` ~ 10^{-3} <b>bold</b> | A+B=C",
              "数学の論文 mixed with 한국어 and ﬁne ligatures 𝔏𝔢𝔱𝔱𝔢𝔯𝔰 Ａ－Ｂ",
              "zero\u200bwidth, soft\u00adhyphen, nul\u0000, replaced\ufffd, bell\u0007, a\u0085next\fpage",
              "e\u0301 \u0301 a\u0300\u0301b",
              "emoji 🤗 and 👩‍🔬 in a title",
              "x".repeat(100) + " " + "y".repeat(101) + " " + "𝔏".repeat(100),
              "antidisestablishmentarianism electroencephalographically qqqqzzzzxxxx",
              "«quoted» “both” ‘ways’ – and — dashes… • bullets · dots",
              "paper ".repeat(300),
              "incomprehensibilities ".repeat(120))) {
        assertArrayEquals(theirs.encode(text).getIds(), ours.numbers(text, MOST), text);
      }
    }
  }

  @Property(tries = 20)
  void anyTextIsCutAsTheAuthorsOfTheModelDo(@ForAll("texts") List<String> texts) throws Exception {
    WordPieces ours = ours();
    try (HuggingFaceTokenizer theirs = theirs()) {
      for (String text : texts) {
        assertArrayEquals(theirs.encode(text).getIds(), ours.numbers(text, MOST), text);
      }
    }
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<Character> characters =
        Arbitraries.oneOf(
            Arbitraries.chars().ascii(),
            Arbitraries.chars().range('a', 'z'),
            Arbitraries.chars().range('\u00a0', '\u024f'),
            Arbitraries.chars().range('\u0370', '\u03ff').filter(Character::isDefined),
            Arbitraries.chars().range('\u2000', '\u206f').filter(Character::isDefined),
            Arbitraries.chars().range('\u3000', '\u30ff').filter(Character::isDefined),
            Arbitraries.chars().range('\u4e00', '\u9fff').filter(Character::isDefined));
    return characters.list().ofMaxSize(400).map(WordPiecesTest::joined).list().ofSize(50);
  }

  private static String joined(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  @Test
  void namesOfSpecialTokensInATextAreWords() throws Exception {
    long[] numbers = ours().numbers("[SEP]", MOST);

    assertEquals(5, numbers.length, "begin, bracket, word, bracket, end");
  }

  @Test
  void aVocabularyThatIsNoneIsRefused() {
    for (String json : List.of("{}", "{\"model\":{}}", "{\"model\":{\"vocab\":{\"a\":1}}}", "{")) {
      InputStream bytes = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
      assertThrows(IOException.class, () -> WordPieces.read(bytes), json);
    }
  }

  private static WordPieces ours() throws IOException {
    try (InputStream vocabulary = vocabulary()) {
      return WordPieces.read(vocabulary);
    }
  }

  private static HuggingFaceTokenizer theirs() throws IOException {
    // Its family tells its makers where it runs, unless it is told not to.
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
    try (InputStream vocabulary = vocabulary()) {
      return HuggingFaceTokenizer.newInstance(
          vocabulary,
          Map.of("truncation", "true", "maxLength", Integer.toString(MOST), "padding", "false"));
    }
  }

  private static InputStream vocabulary() {
    return WordPiecesTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json");
  }
}
