package io.paperflow.enricher.links;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The shared sample folder beside the project; tests that need it are skipped where it is not. */
final class SharedFeeds {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SharedFeeds() {}

  static Path file(String name) {
    Path file = Path.of(System.getProperty("paperflow.shared", "../shared")).resolve(name);
    assumeTrue(Files.isReadable(file), "skipped: " + file + " is not there");
    return file;
  }

  static List<JsonNode> jsonLines(String name) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(file(name))) {
      nodes.add(JSON.readTree(line));
    }
    return nodes;
  }

  /** The stripped lines of text dumps by the SHA-256 of their bytes. */
  static Map<String, String> linesByHash(List<String> names)
      throws IOException, NoSuchAlgorithmException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    Map<String, String> lines = new HashMap<>();
    for (String name : names) {
      for (String line : Files.readAllLines(file(name))) {
        String stripped = line.strip();
        byte[] hash = sha256.digest(stripped.getBytes(StandardCharsets.UTF_8));
        lines.put(HexFormat.of().formatHex(hash), stripped);
      }
    }
    return lines;
  }
}
