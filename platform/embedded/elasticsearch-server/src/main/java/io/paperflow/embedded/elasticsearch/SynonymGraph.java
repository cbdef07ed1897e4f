package io.paperflow.embedded.elasticsearch;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/**
 * Synonyms in Solr's notation from the setting {@code synonyms}. The rules go through the part of
 * the analyzer that stands before the filter, so they meet the tokens in the form these have there.
 */
record SynonymGraph(String name, Settings settings) implements TokenFilterFactory {

  SynonymGraph {
    if (!settings.hasValue("synonyms")) {
      throw new IllegalArgumentException(
          "token filter ["
              + name
              + "]: the embedded Elasticsearch takes rules from [synonyms] alone");
    }
  }

  @Override
  public TokenStream create(TokenStream tokens) {
    throw new IllegalStateException("synonyms need their place in an analyzer");
  }

  @Override
  public TokenFilterFactory getChainAwareTokenFilterFactory(
      IndexCreationContext context,
      TokenizerFactory tokenizer,
      List<CharFilterFactory> charFilters,
      List<TokenFilterFactory> before,
      Function<String, TokenFilterFactory> all) {
    try (Analyzer analyzer =
        new CustomAnalyzer(
            tokenizer,
            charFilters.toArray(CharFilterFactory[]::new),
            before.stream()
                .map(TokenFilterFactory::getSynonymFilter)
                .toArray(TokenFilterFactory[]::new))) {
      return new Chained(name, synonyms(analyzer));
    }
  }

  private SynonymMap synonyms(Analyzer analyzer) {
    SolrSynonymParser parser =
        new SolrSynonymParser(true, settings.getAsBoolean("expand", true), analyzer);
    try {
      parser.parse(new StringReader(String.join("\n", settings.getAsList("synonyms"))));
      return parser.build();
    } catch (IOException | ParseException e) {
      throw new IllegalArgumentException("failed to build synonyms of [" + name + "]", e);
    }
  }

  private record Chained(String name, SynonymMap synonyms) implements TokenFilterFactory {

    @Override
    public TokenStream create(TokenStream tokens) {
      // A map without rules has no automaton, and Lucene's filter refuses it.
      return synonyms.fst == null ? tokens : new SynonymGraphFilter(tokens, synonyms, false);
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
      return IDENTITY_FILTER;
    }
  }
}
