package io.paperflow.indexer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.paperflow.embedded.DataDirectory;
import io.paperflow.embedded.EmbeddedServers;
import io.paperflow.embedded.ServerOptions;
import io.paperflow.indexer.index.Papers;
import io.paperflow.schemas.AvroCodec;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.Topics;
import io.paperflow.service.Service;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class IndexerServiceTest {

  private static final byte[] NO_PAPER = "no paper".getBytes(StandardCharsets.UTF_8);

  private final AvroCodec<EnrichedPaper> codec = AvroCodec.of(EnrichedPaper.class);
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void whatIsPublishedIsFusedAndWrittenAndWhatIsNoPaperIsADeadLetter(@TempDir Path folder)
      throws Exception {
    try (DataDirectory data = DataDirectory.open(folder);
        EmbeddedServers servers =
            EmbeddedServers.start(data, ServerOptions.kafka(), ServerOptions.elasticsearch());
        ApplicationContext context = start(servers)) {
      publish(servers.kafka().bootstrapServers());

      ConsumerRecord<String, byte[]> dead = deadLetter(servers.kafka().bootstrapServers());
      assertEquals("broken|arxiv", dead.key());
      assertArrayEquals(NO_PAPER, dead.value());

      URI elasticsearch = servers.elasticsearch().uri();
      Optional<String> document = Optional.empty();
      // The two statements lie in different partitions: either may be written alone at first.
      while (document.isEmpty()) {
        document =
            get(elasticsearch.resolve("/papers/_source/fused"))
                .filter(source -> source.matches("(?s).*\"sources\":\\[\"[^\\]]+,.*"));
      }
      assertTrue(document.get().contains("\"sources\":[\"arxiv\",\"huggingface-daily-papers\"]"));
      URI service = context.getBean(EmbeddedServer.class).getURI();
      assertTrue(get(service.resolve("/health/readiness")).isPresent());
      assertTrue(
          get(service.resolve("/prometheus"))
              .orElseThrow()
              .contains("paperflow_indexer_documents_total{result=\"created\"}"));
    }
  }

  private static ApplicationContext start(EmbeddedServers servers) throws Exception {
    return Service.start(
        ApplicationContext.builder()
            .environments("indexer")
            .properties(
                Map.of(
                    "micronaut.server.port", "-1",
                    "paperflow.kafka.bootstrap-servers", servers.kafka().bootstrapServers(),
                    "paperflow.elasticsearch.uris", servers.elasticsearch().uri().toString()))
            .build());
  }

  private void publish(String kafka) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.ENRICHED, "broken|arxiv", NO_PAPER)).get();
      for (String source : List.of("arxiv", "huggingface-daily-papers")) {
        var delivery = Papers.said(source, "fused", Papers.TIME);
        producer
            .send(
                new ProducerRecord<>(
                    Topics.ENRICHED, delivery.key(), codec.encode(delivery.value())))
            .get();
      }
    }
  }

  private static ConsumerRecord<String, byte[]> deadLetter(String kafka) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                ConsumerConfig.GROUP_ID_CONFIG, "test",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Topics.DEAD_LETTERS));
      while (true) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          return record;
        }
      }
    }
  }

  private Optional<String> get(URI uri) throws Exception {
    var answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
  }
}
