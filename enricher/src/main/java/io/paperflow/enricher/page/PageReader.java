package io.paperflow.enricher.page;

import io.paperflow.enricher.links.LinkFinder;
import io.paperflow.http.Answer;
import io.paperflow.http.BodyException;
import io.paperflow.http.Limits;
import io.paperflow.http.Priority;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Reads a page within bounds: 2 MiB, 30 s, only where robots.txt allows it, and, as the client does
 * for all requests, only at public addresses. Thread-safe.
 */
public final class PageReader {

  private static final int BYTES = 2 << 20;

  private static final Limits LIMITS =
      Limits.STANDARD.bytes(BYTES).firstByte(Duration.ofSeconds(15)).whole(Duration.ofSeconds(30));

  private final PageLinks links;

  /** Reads pages with the rules of a finder. */
  public PageReader(LinkFinder finder) {
    this.links = new PageLinks(finder);
  }

  /** Reads the page at an address. */
  public PageAnswer read(String url, Web web, Priority priority) throws InterruptedException {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException e) {
      return new PageAnswer.Unreadable("address");
    }
    return switch (web.get(Request.page(address).at(priority).within(LIMITS))) {
      case Answer.Content content -> read(content);
      case Answer.NotModified _ -> new PageAnswer.NoOffer();
      case Answer.Missing missing -> new PageAnswer.Unreadable("http-" + missing.status());
      case Answer.Refused refused -> new PageAnswer.Unreadable(refused.code());
      case Answer.Unavailable later -> new PageAnswer.Later(later.code(), later.retryAt());
    };
  }

  private PageAnswer read(Answer.Content content) {
    try (content) {
      if (!isHtml(content)) {
        return new PageAnswer.NoOffer();
      }
      byte[] bytes = content.body().readAllBytes();
      String html = new String(bytes, StandardCharsets.UTF_8);
      return links
          .code(html, content.uri().toString())
          .<PageAnswer>map(link -> new PageAnswer.Offers(link, sha256(bytes)))
          .orElseGet(PageAnswer.NoOffer::new);
    } catch (BodyException e) {
      return new PageAnswer.Unreadable(e.code());
    } catch (IOException e) {
      throw new UncheckedIOException("a body fails with its own kind of exception alone", e);
    }
  }

  private static boolean isHtml(Answer.Content content) {
    return content
        .mediaType()
        .map(type -> type.toLowerCase(Locale.ROOT))
        .filter(type -> type.startsWith("text/html") || type.startsWith("application/xhtml"))
        .isPresent();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
