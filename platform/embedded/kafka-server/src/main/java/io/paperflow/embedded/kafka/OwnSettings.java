package io.paperflow.embedded.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Settings that somebody has put into {@code server.properties} in the broker's directory, such as
 * a listener with TLS to try one's certificates with.
 */
final class OwnSettings {

  private OwnSettings() {}

  /** Those of this directory; none when there is no file. */
  static Map<String, String> of(Path directory) throws IOException {
    Path file = directory.resolve("server.properties");
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    Map<String, String> settings = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> settings.put(n, properties.getProperty(n)));
    return settings;
  }
}
