package io.paperflow.embedded.elasticsearch;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** Letters without their accents; {@code preserve_original} keeps the accented token beside. */
record AsciiFolding(String name, boolean preserveOriginal)
    implements NormalizingTokenFilterFactory {

  static AsciiFolding of(String name, Settings settings) {
    return new AsciiFolding(name, settings.getAsBoolean("preserve_original", false));
  }

  @Override
  public TokenStream create(TokenStream tokens) {
    return new ASCIIFoldingFilter(tokens, preserveOriginal);
  }

  /** A normalizer or a wildcard term is one token: the folded one. */
  @Override
  public TokenStream normalize(TokenStream tokens) {
    return new ASCIIFoldingFilter(tokens, false);
  }

  /** A synonym rule is written in one form: the folded one. */
  @Override
  public TokenFilterFactory getSynonymFilter() {
    return new AsciiFolding(name, false);
  }
}
