package io.paperflow.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import io.paperflow.service.Authorities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/**
 * The connection to a cluster; opened lazily, so that making one never fails for an absent cluster.
 * Thread-safe.
 */
public final class ElasticsearchConnection implements AutoCloseable {

  private final Rest5Client rest;
  private final ElasticsearchHttp http;
  private final ElasticsearchProbe probe;

  /**
   * A connection by the settings.
   *
   * @throws IllegalArgumentException when the settings have problems; names all of them
   */
  public ElasticsearchConnection(ElasticsearchSettings settings) {
    if (!settings.problems().isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", settings.problems()));
    }
    rest = rest(settings);
    http = new ElasticsearchHttp(rest, settings.answerWithin());
    probe = new ElasticsearchProbe(http, settings);
  }

  /** For requests whose bodies and answers are read and written as streams. */
  public ElasticsearchHttp http() {
    return http;
  }

  /** Whether the cluster answers. */
  public ElasticsearchProbe probe() {
    return probe;
  }

  /** The typed client; made at each call, so keep it. It is closed with this connection. */
  public ElasticsearchClient client() {
    return new ElasticsearchClient(new Rest5ClientTransport(rest, new JacksonJsonpMapper()));
  }

  @Override
  public void close() {
    try {
      rest.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rest5Client rest(ElasticsearchSettings settings) {
    long connectMillis = settings.connectWithin().toMillis();
    long answerMillis = settings.answerWithin().toMillis();
    Rest5ClientBuilder builder = Rest5Client.builder(settings.addresses());
    settings.authorities().map(ElasticsearchConnection::trusting).ifPresent(builder::setSSLContext);
    return builder
        .setDefaultHeaders(authorization(settings).stream().toArray(Header[]::new))
        .setConnectionConfigCallback(c -> c.setConnectTimeout(connectMillis, TimeUnit.MILLISECONDS))
        .setRequestConfigCallback(
            c ->
                c.setResponseTimeout(answerMillis, TimeUnit.MILLISECONDS)
                    .setConnectionRequestTimeout(answerMillis, TimeUnit.MILLISECONDS))
        // The HTTP client would repeat a 429 or 503 once by itself, behind the callers' back-off.
        .setHttpClientConfigCallback(HttpAsyncClientBuilder::disableAutomaticRetries)
        .build();
  }

  private static SSLContext trusting(Path authorities) {
    try {
      return Authorities.context(authorities);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("no certificates in " + authorities, e);
    }
  }

  private static Optional<Header> authorization(ElasticsearchSettings settings) {
    if (settings.apiKey() != null) {
      return Optional.of(new BasicHeader("Authorization", "ApiKey " + settings.apiKey(), true));
    }
    if (settings.username() != null) {
      byte[] login =
          (settings.username() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
      String encoded = Base64.getEncoder().encodeToString(login);
      return Optional.of(new BasicHeader("Authorization", "Basic " + encoded, true));
    }
    return Optional.empty();
  }
}
