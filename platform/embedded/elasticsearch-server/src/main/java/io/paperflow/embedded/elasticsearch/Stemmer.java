package io.paperflow.embedded.elasticsearch;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.tartarus.snowball.ext.EnglishStemmer;

/** English stemmers, by the setting {@code language} or {@code name}; Porter's when absent. */
record Stemmer(String name, UnaryOperator<TokenStream> algorithm) implements TokenFilterFactory {

  static Stemmer of(String name, Settings settings) {
    String language = settings.get("language", settings.get("name", "porter"));
    return new Stemmer(
        name,
        switch (language) {
          case "english", "porter" -> PorterStemFilter::new;
          case "porter2" -> tokens -> new SnowballFilter(tokens, new EnglishStemmer());
          case "light_english" -> KStemFilter::new;
          case "minimal_english" -> EnglishMinimalStemFilter::new;
          case "possessive_english" -> EnglishPossessiveFilter::new;
          default ->
              throw new IllegalArgumentException(
                  "the embedded Elasticsearch has no stemmer for [" + language + "]");
        });
  }

  @Override
  public TokenStream create(TokenStream tokens) {
    return algorithm.apply(tokens);
  }
}
