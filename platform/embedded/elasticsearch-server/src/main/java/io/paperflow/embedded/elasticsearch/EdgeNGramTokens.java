package io.paperflow.embedded.elasticsearch;

import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/** The beginnings of words, for search as one types: {@code min_gram} to {@code max_gram} long. */
final class EdgeNGramTokens {

  private EdgeNGramTokens() {}

  static TokenizerFactory tokenizer(String name, Settings settings) {
    int min = min(settings);
    int max = max(settings);
    IntPredicate inToken =
        settings.getAsList("token_chars").stream()
            .map(EdgeNGramTokens::characters)
            .reduce(IntPredicate::or)
            .orElse(_ -> true);
    return TokenizerFactory.newFactory(
        name,
        () ->
            new EdgeNGramTokenizer(min, max) {
              @Override
              protected boolean isTokenChar(int c) {
                return inToken.test(c);
              }
            });
  }

  static TokenFilterFactory filter(String name, Settings settings) {
    return new Filter(
        name, min(settings), max(settings), settings.getAsBoolean("preserve_original", false));
  }

  private static int min(Settings settings) {
    return settings.getAsInt("min_gram", 1);
  }

  private static int max(Settings settings) {
    return settings.getAsInt("max_gram", 2);
  }

  private static IntPredicate characters(String name) {
    return switch (name) {
      case "letter" -> Character::isLetter;
      case "digit" -> Character::isDigit;
      case "whitespace" -> Character::isWhitespace;
      case "punctuation" -> c -> PUNCTUATION.contains(Character.getType(c));
      case "symbol" -> c -> SYMBOL.contains(Character.getType(c));
      default ->
          throw new IllegalArgumentException(
              "the embedded Elasticsearch knows no token_chars [" + name + "]");
    };
  }

  private static final List<Integer> PUNCTUATION =
      List.of(
          (int) Character.START_PUNCTUATION,
          (int) Character.END_PUNCTUATION,
          (int) Character.OTHER_PUNCTUATION,
          (int) Character.CONNECTOR_PUNCTUATION,
          (int) Character.DASH_PUNCTUATION,
          (int) Character.INITIAL_QUOTE_PUNCTUATION,
          (int) Character.FINAL_QUOTE_PUNCTUATION);

  private static final List<Integer> SYMBOL =
      List.of(
          (int) Character.CURRENCY_SYMBOL,
          (int) Character.MATH_SYMBOL,
          (int) Character.OTHER_SYMBOL,
          (int) Character.MODIFIER_SYMBOL);

  private record Filter(String name, int min, int max, boolean preserveOriginal)
      implements TokenFilterFactory {

    @Override
    public TokenStream create(TokenStream tokens) {
      return new EdgeNGramTokenFilter(tokens, min, max, preserveOriginal);
    }

    @Override
    public boolean breaksFastVectorHighlighter() {
      return true;
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
      throw new IllegalArgumentException(
          "token filter [" + name + "] cannot be used to parse synonyms");
    }
  }
}
