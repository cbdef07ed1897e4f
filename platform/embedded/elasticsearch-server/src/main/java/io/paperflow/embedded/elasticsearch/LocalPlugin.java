package io.paperflow.embedded.elasticsearch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.RestHandler;

/**
 * What a full Elasticsearch has in modules that are not on Maven Central, as far as an index of
 * papers needs it: text analysis under the same names, with the same settings and defaults, over
 * Lucene's classes; and {@code GET /}.
 */
final class LocalPlugin extends Plugin implements AnalysisPlugin, ActionPlugin {

  private final CompletableFuture<ClusterService> cluster = new CompletableFuture<>();

  @Override
  public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
    return Map.of(
        "english",
        (index, environment, name, settings) -> new EnglishProvider(environment, name, settings));
  }

  @Override
  public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
    return Map.of(
        "keyword", tokenizer(KeywordTokenizer::new),
        "letter", tokenizer(LetterTokenizer::new),
        "whitespace", tokenizer(WhitespaceTokenizer::new),
        "edge_ngram",
            (index, environment, name, settings) -> EdgeNGramTokens.tokenizer(name, settings));
  }

  @Override
  public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
    return Map.of(
        "asciifolding", (index, environment, name, settings) -> AsciiFolding.of(name, settings),
        "edge_ngram",
            (index, environment, name, settings) -> EdgeNGramTokens.filter(name, settings),
        "stemmer", (index, environment, name, settings) -> Stemmer.of(name, settings),
        "synonym_graph",
            AnalysisPlugin.requiresAnalysisSettings(
                (index, environment, name, settings) -> new SynonymGraph(name, settings)),
        "trim", (index, environment, name, settings) -> new LuceneFilter(name, TrimFilter::new));
  }

  private static AnalysisProvider<TokenizerFactory> tokenizer(Supplier<Tokenizer> tokenizer) {
    return (index, environment, name, settings) -> TokenizerFactory.newFactory(name, tokenizer);
  }

  @Override
  public Collection<?> createComponents(PluginServices services) {
    cluster.complete(services.clusterService());
    return List.of();
  }

  @Override
  public Collection<RestHandler> getRestHandlers(
      RestHandlersServices services,
      Supplier<DiscoveryNodes> nodes,
      Predicate<NodeFeature> clusterSupportsFeature) {
    return List.of(new RootAction(cluster.join()));
  }
}
