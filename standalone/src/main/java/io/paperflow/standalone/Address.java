package io.paperflow.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Where a running instance answers. It is kept in the data folder, so that other commands find an
 * instance on other ports than the usual.
 *
 * @param http the page and the API
 * @param elasticsearch its address
 * @param kafka its bootstrap servers
 */
record Address(URI http, String elasticsearch, String kafka) {

  private static final String FILE = "instance.properties";

  /** Where everything is with the usual ports, or where the environment says. */
  private static Address usual(Map<String, String> environment) {
    return of(new Ports(8080, 9200, 9092), Given.in(environment));
  }

  /** With the servers that are given, else those on these ports. */
  static Address of(Ports ports, Given given) {
    return new Address(
        URI.create("http://localhost:" + ports.http()),
        given.elasticsearch().orElse("http://127.0.0.1:" + ports.elasticsearch()),
        given.kafka().orElse("127.0.0.1:" + ports.kafka()));
  }

  /** Of the instance that works on a data folder; the usual one when the folder knows none. */
  static Address of(Path data, Map<String, String> environment) throws Refusal {
    Path file = data.resolve(FILE);
    if (!Files.exists(file)) {
      return usual(environment);
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw Refusal.before(file + " cannot be read: " + e.getMessage());
    }
    Address usual = usual(environment);
    return new Address(
        URI.create(properties.getProperty("http", usual.http().toString())),
        properties.getProperty("elasticsearch", usual.elasticsearch()),
        properties.getProperty("kafka", usual.kafka()));
  }

  /** Tells people where to look. */
  void print(PrintWriter out) {
    out.printf("page           %s%n", http);
    out.printf("API            %s/api/search?q=%n", http);
    out.printf("metrics        %s/prometheus%n", http);
    out.printf("Elasticsearch  %s/papers/_search%n", elasticsearch);
    out.printf("Kafka          %s%n", kafka);
    out.flush();
  }

  void save(Path data) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("http", http.toString());
    properties.setProperty("elasticsearch", elasticsearch);
    properties.setProperty("kafka", kafka);
    try (Writer writer = Files.newBufferedWriter(data.resolve(FILE))) {
      properties.store(writer, "Where the instance on this folder answers");
    }
  }

  static void remove(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(FILE));
  }
}
