package io.paperflow.elastic;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.ConversionService;
import io.paperflow.service.Authorities;
import io.paperflow.service.SettingsCheck;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where Elasticsearch is and how to talk to it. Values are kept as they were written, so that
 * {@link #problems()} can name every wrong one at once; the typed accessors need settings without
 * problems.
 *
 * @param uris addresses of the cluster's nodes, {@code http(s)://host[:port]}
 * @param username for basic authentication, together with the password
 * @param apiKey the encoded API key, instead of username and password
 * @param caCertificate path of a PEM file with the certificates of the authorities that sign the
 *     nodes' certificates; the JVM's authorities when there is none. Read once, at the start
 * @param connectTimeout longest time to open a connection, such as {@code 2s}
 * @param readTimeout longest time to wait for an answer, such as {@code 30s}
 */
@ConfigurationProperties(ElasticsearchSettings.PREFIX)
public record ElasticsearchSettings(
    @Bindable(defaultValue = "http://localhost:9200") List<String> uris,
    @Nullable String username,
    @Nullable String password,
    @Nullable String apiKey,
    @Nullable String caCertificate,
    @Bindable(defaultValue = "2s") String connectTimeout,
    @Bindable(defaultValue = "30s") String readTimeout)
    implements SettingsCheck {

  static final String PREFIX = "paperflow.elasticsearch";

  public ElasticsearchSettings {
    uris = List.copyOf(uris);
  }

  /** Settings without an authority of one's own. */
  public ElasticsearchSettings(
      List<String> uris,
      @Nullable String username,
      @Nullable String password,
      @Nullable String apiKey,
      String connectTimeout,
      String readTimeout) {
    this(uris, username, password, apiKey, null, connectTimeout, readTimeout);
  }

  /** Settings for a cluster without security, all else by default. */
  public static ElasticsearchSettings of(URI uri) {
    return new ElasticsearchSettings(List.of(uri.toString()), null, null, null, "2s", "30s");
  }

  @Override
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (uris.isEmpty()) {
      problems.add(PREFIX + ".uris is empty: give at least one address, http://host:9200");
    }
    uris.forEach(uri -> problemOf(uri).ifPresent(problems::add));
    if ((username == null) != (password == null)) {
      problems.add(PREFIX + ".username and .password belong together: set both or none");
    }
    if (apiKey != null && username != null) {
      problems.add(PREFIX + ".api-key and .username exclude each other: set one of them");
    }
    if (caCertificate != null) {
      try {
        var _ = Authorities.context(Path.of(caCertificate));
      } catch (IOException | GeneralSecurityException e) {
        problems.add(
            "%s.ca-certificate: %s holds no certificates in PEM form: %s"
                .formatted(PREFIX, caCertificate, e));
      }
    }
    problemOf("connect-timeout", connectTimeout).ifPresent(problems::add);
    problemOf("read-timeout", readTimeout).ifPresent(problems::add);
    return problems;
  }

  Optional<Path> authorities() {
    return Optional.ofNullable(caCertificate).map(Path::of);
  }

  List<URI> addresses() {
    return uris.stream().map(URI::create).toList();
  }

  Duration connectWithin() {
    return duration(connectTimeout).orElseThrow();
  }

  Duration answerWithin() {
    return duration(readTimeout).orElseThrow();
  }

  private static Optional<String> problemOf(String uri) {
    String remedy = ": write it as http://host:9200 or https://host:9200";
    try {
      URI parsed = new URI(uri);
      if (parsed.getRawUserInfo() != null) {
        // The value itself stays out of the message: it holds a secret.
        return Optional.of(
            PREFIX + ".uris holds credentials: move them to .username and .password");
      }
      boolean web = "http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme());
      String path = Optional.ofNullable(parsed.getRawPath()).orElse("");
      boolean bare = path.isEmpty() || path.equals("/");
      return web && parsed.getHost() != null && bare
          ? Optional.empty()
          : Optional.of("%s.uris: '%s' is no address of a node%s".formatted(PREFIX, uri, remedy));
    } catch (URISyntaxException _) {
      return Optional.of(PREFIX + ".uris holds something that is no address" + remedy);
    }
  }

  private static Optional<String> problemOf(String name, String value) {
    return duration(value).filter(Duration::isPositive).isPresent()
        ? Optional.empty()
        : Optional.of(
            "%s.%s: '%s' is no time above zero: write it like 30s or 500ms"
                .formatted(PREFIX, name, value));
  }

  private static Optional<Duration> duration(String value) {
    return ConversionService.SHARED.convert(value, Duration.class);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    String login = apiKey != null ? "API key" : username != null ? "password" : "none";
    return "%s (credentials: %s)".formatted(String.join(",", uris), login);
  }
}
