package io.paperflow.notifier.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paperflow.http.Answer;
import io.paperflow.http.Request;
import io.paperflow.notifier.TestPapers;
import io.paperflow.notifier.digest.Digest;
import io.paperflow.notifier.digest.DigestPaper;
import io.paperflow.notifier.digest.DigestSection;
import io.paperflow.schemas.Channel;
import io.paperflow.schemas.Rhythm;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.SubscriptionState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebhookCourierTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<Request> asked = new ArrayList<>();
  private Answer answer = new Answer.NotModified(io.paperflow.http.Validators.NONE);

  private Handover hand(Subscription to, int papers) throws InterruptedException {
    return new WebhookCourier(
            request -> {
              asked.add(request);
              return answer;
            },
            MAPPER,
            InstantSource.fixed(NOW))
        .hand(new Parcel("d-1", to, digest(papers)), () -> {});
  }

  @Test
  void aPlainWebhookIsSignedWithItsKey() throws Exception {
    assertEquals(new Handover.Taken(), hand(to(Channel.WEBHOOK, "https://hooks.example.org/x"), 2));

    Request request = asked.getFirst();
    JsonNode body = MAPPER.readTree(request.json().orElseThrow());
    assertEquals("d-1", body.path("delivery").asText());
    assertEquals(2, body.path("papers").size());
    assertEquals("d-1", request.headers().get("X-Paperflow-Delivery"));
    javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
    mac.init(new javax.crypto.spec.SecretKeySpec("key".getBytes(UTF_8), "HmacSHA256"));
    String signed = "1800000000." + request.json().orElseThrow();
    assertEquals(
        "t=1800000000,v1="
            + java.util.HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8))),
        request.headers().get("X-Paperflow-Signature"));
  }

  @ParameterizedTest
  @CsvSource({
    "SLACK, https://hooks.slack.example/x, text, 30000",
    "DISCORD, https://discord.example/x, content, 2000",
    "TELEGRAM, https://api.telegram.example/bot1:a/sendMessage?chat_id=-42, text, 4096",
  })
  void aMessageIsCutAtAWholePaper(Channel channel, String address, String field, int most)
      throws Exception {
    var _ = hand(to(channel, address), 500);

    JsonNode body = MAPPER.readTree(asked.getFirst().json().orElseThrow());
    String text = body.path(field).asText();
    assertTrue(text.length() <= most, text.length() + " characters");
    assertTrue(text.matches("(?s).*… and \\d+ more"), text);
    if (channel == Channel.TELEGRAM) {
      assertEquals("-42", body.path("chat_id").asText());
    }
  }

  @Test
  void aTitleCallsNobodyAndMarksNothingUp() throws Exception {
    var _ = hand(to(Channel.SLACK, "https://hooks.slack.example/x"), 1);
    var _ = hand(to(Channel.DISCORD, "https://discord.example/x"), 1);

    String slack = MAPPER.readTree(asked.get(0).json().orElseThrow()).path("text").asText();
    JsonNode discord = MAPPER.readTree(asked.get(1).json().orElseThrow());
    assertTrue(slack.contains("&lt;!channel&gt; *Paper 0*"), slack);
    assertTrue(discord.path("content").asText().contains("\\*Paper 0\\*"), discord.toString());
    assertEquals(0, discord.path("allowed_mentions").path("parse").size());
    assertFalse(discord.path("allowed_mentions").path("parse").isMissingNode());
  }

  @ParameterizedTest
  @CsvSource({"timeout, true", "network, true", "http-503, false", "breaker-open, false"})
  void whetherItWasTakenIsKnownOrNot(String code, boolean unknown) throws Exception {
    answer = new Answer.Unavailable(code, Answer.Category.TRANSIENT, "trouble", NOW);

    Handover handover = hand(to(Channel.WEBHOOK, "https://hooks.example.org/x"), 1);

    assertEquals(unknown, handover instanceof Handover.Unknown, handover::toString);
  }

  @Test
  void whatIsRefusedIsRefusedForGood() throws Exception {
    answer = new Answer.Missing(410, "gone");

    Handover handover = hand(to(Channel.WEBHOOK, "https://hooks.example.org/x"), 1);

    assertTrue(assertInstanceOf(Handover.NotTaken.class, handover).forGood());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/x",
        "https://localhost/x",
        "https://10.1.2.3/x",
        "https://192.168.1.1:8443/x",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://2130706433/x",
        "http://example.org/x",
      })
  void nothingPrivateIsEverAsked(String address) throws Exception {
    try (WebhookClient client = new WebhookClient(InstantSource.system())) {
      Handover handover =
          new WebhookCourier(client.web(), MAPPER, InstantSource.system())
              .hand(new Parcel("d-1", to(Channel.WEBHOOK, address), digest(1)), () -> {});

      assertTrue(assertInstanceOf(Handover.NotTaken.class, handover).forGood(), handover::toString);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Channel.class,
      names = {"WEBHOOK", "SLACK", "DISCORD", "TELEGRAM"})
  void noTokenOfTheOperatorGoesOut(Channel channel) throws Exception {
    var _ = hand(to(channel, "https://api.github.com/graphql"), 1);

    assertTrue(
        asked.getFirst().headers().keySet().stream()
            .noneMatch(name -> name.equalsIgnoreCase("Authorization")));
  }

  private static Subscription to(Channel channel, String address) {
    return Subscription.newBuilder()
        .setId("s")
        .setSecret("x")
        .setState(SubscriptionState.ACTIVE)
        .setOrigin("page")
        .setCreatedAt(NOW)
        .setSince(NOW)
        .setChannel(channel)
        .setAddress(address)
        .setSigningKey("key")
        .setRhythm(Rhythm.AT_ONCE)
        .setEvents(List.of())
        .setSearches(List.of())
        .build();
  }

  private static Digest digest(int papers) {
    return new Digest(
        "Papers",
        "20 Nov 2026",
        List.of(
            new DigestSection(
                "New",
                IntStream.range(0, papers)
                    .mapToObj(
                        i ->
                            DigestPaper.of(
                                TestPapers.of(
                                    "arxiv:" + i, "<!channel> *Paper " + i + "*", "About."),
                                "found by mine",
                                "https://papers.example.org"))
                    .toList())),
        Optional.empty());
  }
}
