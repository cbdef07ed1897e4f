package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.embedded.child.LocalPort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that is reached over TLS: with a password (SCRAM), or with a certificate (mTLS). */
class SecuredKafkaTest {

  @TempDir static Path folder;

  private static Certificates certificates;
  private static TestKafka kafka;
  private static int scramPort;
  private static int mutualPort;

  @BeforeAll
  static void start() throws Exception {
    certificates = new Certificates(folder);
    for (String name : List.of("broker", "paperflow", "stranger")) {
      certificates.make(name);
    }
    scramPort = LocalPort.free(new Random());
    do {
      mutualPort = LocalPort.free(new Random());
    } while (mutualPort == scramPort);
    kafka = TestKafka.start(brokerSettings());
    kafka.user("paperflow", "a \"good\" one");
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void recordsFlowOverTlsWithAPassword() throws Exception {
    assertRecordsFlow(scramPort, scram("paperflow", "a \\\"good\\\" one"));
  }

  @Test
  void recordsFlowOverTlsWithACertificate() throws Exception {
    assertRecordsFlow(mutualPort, mutual("paperflow"));
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    assertInstanceOf(
        SaslAuthenticationException.class, refusal(scramPort, scram("paperflow", "wrong")));
  }

  @Test
  void aStrangersCertificateIsRefused() throws Exception {
    assertInstanceOf(SslAuthenticationException.class, refusal(mutualPort, mutual("stranger")));
  }

  @Test
  void aBrokerOfAnUnknownAuthorityIsNotTrusted() throws Exception {
    Map<String, String> client = new HashMap<>(scram("paperflow", "a \\\"good\\\" one"));
    client.put("ssl.truststore.location", certificates.pem("stranger"));
    assertInstanceOf(SslAuthenticationException.class, refusal(scramPort, client));
  }

  @Test
  void neitherPasswordNorKeyIsShownWithTheSettings() {
    KafkaSettings settings = settings(scramPort, scram("paperflow", "hidden"));
    assertTrue(!settings.toString().contains("hidden"), settings::toString);
  }

  private static void assertRecordsFlow(int port, Map<String, String> client) {
    Copying copying = Copying.on(kafka, 4);
    List<Numbered> sent = Numbered.range(0, 500, 50);
    kafka.send(Numbered.records(copying.input(), sent));
    try (TransformLoop loop =
        copying.loop(
            new KafkaClients(settings(port, client), TestKafka.TAKEOVER),
            new SimpleMeterRegistry())) {
      loop.start();
      kafka.awaitDone(copying.group(), copying.input());
    }
    Guarantee.Run run = new Guarantee.Run(sent, Numbered.read(kafka.committed(copying.output())));
    Guarantee.NOTHING_LOST.check(run);
    Guarantee.NOTHING_TWICE.check(run);
    assertEquals(500, kafka.committed(copying.output()).size());
  }

  private static Throwable refusal(int port, Map<String, String> client) {
    KafkaClients clients = new KafkaClients(settings(port, client), TestKafka.TAKEOVER);
    KafkaException thrown =
        assertThrows(
            KafkaException.class,
            () -> TopicSpec.ensure(clients, "refused", List.of(new TopicSpec("refused", false))));
    Throwable cause = thrown;
    while (cause.getCause() != null
        && !(cause instanceof SaslAuthenticationException)
        && !(cause instanceof SslAuthenticationException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static KafkaSettings settings(int port, Map<String, String> client) {
    return new KafkaSettings("localhost:" + port, kafka.name("pod"), 4, 1, client);
  }

  private static Map<String, String> scram(String user, String password) {
    return Map.of(
        "security.protocol", "SASL_SSL",
        "sasl.mechanism", "SCRAM-SHA-512",
        "sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password),
        "ssl.truststore.type", "PEM",
        "ssl.truststore.location", certificates.pem("broker"));
  }

  private static Map<String, String> mutual(String name) {
    return Map.of(
        "security.protocol",
        "SSL",
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.location",
        certificates.pem("broker"),
        "ssl.keystore.type",
        "PKCS12",
        "ssl.keystore.location",
        certificates.keys(name),
        "ssl.keystore.password",
        Certificates.PASSWORD);
  }

  private static Map<String, String> brokerSettings() {
    String listeners =
        "SCRAM://127.0.0.1:%d,MUTUAL://127.0.0.1:%d".formatted(scramPort, mutualPort);
    Map<String, String> settings = new HashMap<>();
    settings.put("listeners", listeners);
    settings.put("advertised.listeners", listeners.replace("127.0.0.1", "localhost"));
    settings.put("listener.security.protocol.map", "SCRAM:SASL_SSL,MUTUAL:SSL");
    settings.put("listener.name.scram.sasl.enabled.mechanisms", "SCRAM-SHA-512");
    settings.put(
        "listener.name.scram.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    settings.put("ssl.keystore.type", "PKCS12");
    settings.put("ssl.keystore.location", certificates.keys("broker"));
    settings.put("ssl.keystore.password", Certificates.PASSWORD);
    settings.put("listener.name.mutual.ssl.client.auth", "required");
    settings.put("listener.name.mutual.ssl.truststore.type", "PEM");
    settings.put("listener.name.mutual.ssl.truststore.location", certificates.pem("paperflow"));
    return settings;
  }
}
