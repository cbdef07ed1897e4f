package io.paperflow.embedded.elasticsearch;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;

/**
 * A filter of Lucene's that maps a token to at most one: also fit for normalizers and for wildcard
 * terms.
 */
record LuceneFilter(String name, UnaryOperator<TokenStream> filter)
    implements NormalizingTokenFilterFactory {

  @Override
  public TokenStream create(TokenStream tokens) {
    return filter.apply(tokens);
  }
}
