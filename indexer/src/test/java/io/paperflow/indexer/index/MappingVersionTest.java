package io.paperflow.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingVersionTest {

  /** Settings other than the analysis can be changed in an index that exists: they are not told. */
  @ParameterizedTest
  @ValueSource(strings = {"papers", "repositories", "identities"})
  void aChangedMappingHasANewVersion(String index) throws Exception {
    JsonNode definition =
        JsonMapper.builder()
            .build()
            .readTree(Files.readAllBytes(Path.of("src/main/resources/index/" + index + ".json")));
    String version = definition.at("/mappings/_meta/paperflowVersion").asText();
    String digest =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(
                        (definition.at("/settings/analysis").toString()
                                + definition.at("/mappings").toString())
                            .getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        released().getProperty(index + "-" + version),
        digest,
        index
            + ".json is not what was released as version "
            + version
            + ": raise _meta.paperflowVersion and add this digest to fixtures/index/released");
  }

  private static Properties released() throws IOException {
    Properties released = new Properties();
    try (var in = Files.newBufferedReader(Path.of("src/test/resources/fixtures/index/released"))) {
      released.load(in);
    }
    return released;
  }
}
