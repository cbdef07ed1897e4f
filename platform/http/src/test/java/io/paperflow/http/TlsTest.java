package io.paperflow.http;

import static io.paperflow.http.LoopbackServer.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.paperflow.http.Answer.Content;
import io.paperflow.http.Answer.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate is for {@code papers.example}. */
final class TlsTest extends OverLoopback {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private static KeyStore keys;

  private final HttpsServer secure = created();

  private static HttpsServer created() {
    try {
      return HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void make(@TempDir Path folder) throws Exception {
    keys = certificate(folder);
  }

  @BeforeEach
  void serve() throws Exception {
    secure.setHttpsConfigurator(new HttpsConfigurator(context()));
    secure.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 6);
          exchange.getResponseBody().write(bytes("secure"));
          exchange.close();
        });
    secure.start();
  }

  @AfterEach
  void stop() {
    secure.stop(0);
  }

  @Test
  void aTrustedCertificateOfTheHost() throws Exception {
    Answer answer = ask("papers.example", context().getSocketFactory());

    try (Content content = assertInstanceOf(Content.class, answer)) {
      assertEquals("secure", new String(content.body().readAllBytes(), UTF_8));
    }
  }

  @Test
  void aTrustedCertificateOfAnotherHost() throws Exception {
    Answer answer = ask("other.example", context().getSocketFactory());

    assertEquals("tls", assertInstanceOf(Unavailable.class, answer).code());
  }

  @Test
  void aCertificateThatNobodyTrusts() throws Exception {
    Answer answer = ask("papers.example", (SSLSocketFactory) SSLSocketFactory.getDefault());

    assertEquals("tls", assertInstanceOf(Unavailable.class, answer).code());
  }

  private Answer ask(String name, SSLSocketFactory tls) throws InterruptedException {
    String authority = name + ":" + secure.getAddress().getPort();
    PoliteWeb web = web(knowing(name, "127.0.0.1"), tls, settings(authority, "", false, true));
    return web.get(Request.api(URI.create("https://" + authority + "/x")).within(limits));
  }

  private static KeyStore certificate(Path folder) throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD),
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-dname",
                "CN=papers.example",
                "-ext",
                "SAN=dns:papers.example")
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, keytool.waitFor(), said);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static SSLContext context() throws GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    // A key of one's own is no trusted certificate: the certificate alone is.
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    try {
      certificates.load(null, PASSWORD);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    certificates.setCertificateEntry("test", keys.getCertificate("test"));
    trusted.init(certificates);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }
}
