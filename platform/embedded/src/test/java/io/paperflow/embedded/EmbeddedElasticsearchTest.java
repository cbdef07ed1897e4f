package io.paperflow.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class EmbeddedElasticsearchTest {

  private static final String ANALYSIS =
      """
      {"settings": {"number_of_replicas": 0, "analysis": {
        "filter": {
          "rules": {"type": "synonym_graph", "synonyms": ["llm, large language models"]},
          "prefix": {"type": "edge_ngram", "min_gram": 2, "max_gram": 4},
          "light": {"type": "stemmer", "language": "light_english"},
          "both": {"type": "asciifolding", "preserve_original": true}},
        "tokenizer": {
          "starts": {"type": "edge_ngram", "min_gram": 3, "max_gram": 4,
                     "token_chars": ["letter", "digit"]}},
        "normalizer": {
          "folded": {"type": "custom", "filter": ["lowercase", "asciifolding", "trim"]}},
        "analyzer": {
          "plain_english": {"type": "english", "stem_exclusion": ["learning"]},
          "synonyms": {"tokenizer": "standard", "filter": ["lowercase", "stemmer", "rules"]},
          "prefixes": {"tokenizer": "whitespace", "filter": ["lowercase", "prefix"]},
          "starts": {"tokenizer": "starts"},
          "stemmed": {"tokenizer": "letter", "filter": ["lowercase", "stop", "light"]},
          "accents": {"tokenizer": "keyword", "filter": ["both"]}}}}}
      """;

  @TempDir static Path folder;

  private static DataDirectory data;
  private static EmbeddedElasticsearch elasticsearch;
  private static ElasticsearchProbe probe;

  @BeforeAll
  static void start() throws Exception {
    data = DataDirectory.open(folder);
    elasticsearch = EmbeddedElasticsearch.start(data, ServerOptions.elasticsearch());
    probe = new ElasticsearchProbe(elasticsearch.uri());
    probe.put("/analysis", ANALYSIS);
  }

  @AfterAll
  static void stop() {
    elasticsearch.close();
    data.close();
  }

  @Test
  void itSaysWhoItIs() throws Exception {
    String json = probe.get("/");

    assertTrue(json.contains("\"number\":\"9.5.3\""), json);
    assertTrue(json.contains("\"tagline\":\"You Know, for Search\""), json);
    assertEquals("Elasticsearch", probe.head("/").firstValue("X-Elastic-Product").orElse(""));
  }

  @Test
  void englishTextIsStemmedAndLosesStopWords() throws Exception {
    assertTokens(
        List.of("model", "network", "learn"),
        "analyzer",
        "english",
        "The model's networks learning");
    assertTokens(List.of("learning"), "analyzer", "plain_english", "the learning");
    assertTokens(List.of("policy", "network"), "analyzer", "stemmed", "the policies-of networks");
  }

  @Test
  void synonymsMeetTheTokensBeforeThem() throws Exception {
    assertTokens(List.of("larg", "llm", "languag", "model"), "analyzer", "synonyms", "LLMs");
  }

  @Test
  void beginningsOfWordsAreTokens() throws Exception {
    assertTokens(List.of("at", "att", "atte", "is"), "analyzer", "prefixes", "Attention is");
    assertTokens(List.of("bar", "bar1"), "analyzer", "starts", "a-bar1x");
  }

  @Test
  void keywordsAreNormalized() throws Exception {
    assertTokens(List.of("muller"), "normalizer", "folded", " Müller ");
    assertTokens(List.of("Zoe", "Zoë"), "analyzer", "accents", "Zoë");
  }

  @Test
  void anAcknowledgedDocumentIsThereAfterAKill() throws Exception {
    probe.put("/papers", "{\"settings\":{\"number_of_replicas\":0}}");
    probe.put("/papers/_doc/1", "{\"title\":\"Learning networks\"}");

    elasticsearch.kill();
    elasticsearch.restart();

    probe.get("/_cluster/health/papers?wait_for_status=green");
    assertTrue(probe.get("/papers/_doc/1").contains("Learning networks"));
  }

  @Test
  void aFilterItCannotMakeIsRefused() throws Exception {
    String index =
        """
        {"settings": {"analysis": {
          "filter": {"odd": %s},
          "analyzer": {"odd": {"tokenizer": "standard", "filter": ["odd"]}}}}}
        """;

    assertEquals(
        400, probe.status("PUT", "/odd", index.formatted("{\"type\": \"synonym_graph\"}")));
    assertEquals(
        400,
        probe.status(
            "PUT", "/odd", index.formatted("{\"type\": \"stemmer\", \"language\": \"klingon\"}")));
  }

  @Test
  void indicesAreNotCreatedByThemselves() throws Exception {
    assertEquals(404, probe.status("PUT", "/unknown/_doc/1", "{}"));
  }

  private static void assertTokens(List<String> tokens, String kind, String name, String text)
      throws Exception {
    assertEquals(tokens, probe.tokens("/analysis", kind, name, text));
  }
}
