package io.paperflow.notifier.match;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** The analysis of the index of papers, field by field: see its mapping, papers.json. */
final class PaperAnalysis {

  /** Elasticsearch's, between the values of a field. */
  private static final int GAP = 100;

  private PaperAnalysis() {}

  static Analyzer standard() {
    return new PerFieldAnalyzerWrapper(
        names(),
        Map.of(
            Fields.TITLE, texts(),
            Fields.ABSTRACT, texts(),
            Fields.KEYWORDS, texts(),
            Fields.TEXTS, texts(),
            Fields.REPOSITORY, labels()));
  }

  private static Analyzer texts() {
    return new Chain() {
      @Override
      Tokenizer tokenizer() {
        return new StandardTokenizer();
      }

      @Override
      TokenStream more(TokenStream folded) {
        return new PorterStemFilter(new StopFilter(folded, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
      }
    };
  }

  private static Analyzer names() {
    return new Chain() {
      @Override
      Tokenizer tokenizer() {
        return new StandardTokenizer();
      }
    };
  }

  private static Analyzer labels() {
    return new Chain() {
      @Override
      Tokenizer tokenizer() {
        return new KeywordTokenizer();
      }
    };
  }

  private abstract static class Chain extends Analyzer {

    abstract Tokenizer tokenizer();

    TokenStream more(TokenStream folded) {
      return folded;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer tokenizer = tokenizer();
      return new TokenStreamComponents(
          tokenizer, more(new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer))));
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return GAP;
    }
  }
}
