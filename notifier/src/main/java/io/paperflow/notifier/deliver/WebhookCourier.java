package io.paperflow.notifier.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.paperflow.http.Answer;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import io.paperflow.schemas.Subscription;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Delivers to webhooks by POST: to public addresses over TLS only, without following redirects.
 * Plain ones with a key are signed: {@code X-Paperflow-Signature: t=SECONDS,v1=HEX} is the
 * HMAC-SHA-256 of {@code SECONDS.BODY}. Thread-safe.
 */
public final class WebhookCourier implements Courier {

  private static final String ALGORITHM = "HmacSHA256";

  private final Web web;
  private final WebhookBody body;
  private final InstantSource clock;

  /**
   * Deliveries by a client.
   *
   * @param web must know no tokens and allow no private addresses: subscribers choose where it goes
   */
  public WebhookCourier(Web web, ObjectMapper mapper, InstantSource clock) {
    this.web = web;
    this.body = new WebhookBody(mapper);
    this.clock = clock;
  }

  @Override
  public Handover hand(Parcel parcel, Note before) throws InterruptedException {
    String json = body.of(parcel);
    Request request =
        Request.api(URI.create(parcel.subscription().getAddress()))
            .asking(json)
            .header("X-Paperflow-Delivery", parcel.delivery());
    Optional<String> signature = signature(parcel.subscription(), json);
    if (signature.isPresent()) {
      request = request.header("X-Paperflow-Signature", signature.get());
    }
    before.write();
    return switch (web.get(request)) {
      case Answer.Content content -> {
        content.close();
        yield new Handover.Taken();
      }
      case Answer.NotModified _ -> new Handover.Taken();
      case Answer.Missing missing ->
          new Handover.NotTaken("webhook-" + missing.status(), missing.message(), true);
      case Answer.Refused refused ->
          new Handover.NotTaken("webhook-" + refused.code(), refused.message(), true);
      case Answer.Unavailable later ->
          maybeTaken(later.code())
              ? new Handover.Unknown(later.message())
              : new Handover.NotTaken("webhook-" + later.code(), later.message(), false);
    };
  }

  /** Whether the body may have been read though no answer came. */
  private static boolean maybeTaken(String code) {
    return code.equals("timeout") || code.equals("network") || code.equals("protocol");
  }

  private Optional<String> signature(Subscription subscription, String json) {
    Optional<String> key = subscription.getSigningKey();
    return key.map(
        secret -> {
          long seconds = clock.instant().getEpochSecond();
          try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            byte[] sum = mac.doFinal((seconds + "." + json).getBytes(UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(sum);
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
          }
        });
  }
}
