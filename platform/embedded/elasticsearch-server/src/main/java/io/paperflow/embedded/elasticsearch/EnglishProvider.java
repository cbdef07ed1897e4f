package io.paperflow.embedded.elasticsearch;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.Analysis;

/** Lucene's English analyzer, with {@code stopwords} and {@code stem_exclusion}. */
final class EnglishProvider extends AbstractIndexAnalyzerProvider<EnglishAnalyzer> {

  private final EnglishAnalyzer analyzer;

  EnglishProvider(Environment environment, String name, Settings settings) {
    super(name);
    analyzer =
        new EnglishAnalyzer(
            Analysis.parseStopWords(environment, settings, EnglishAnalyzer.getDefaultStopSet()),
            Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET));
  }

  @Override
  public EnglishAnalyzer get() {
    return analyzer;
  }
}
