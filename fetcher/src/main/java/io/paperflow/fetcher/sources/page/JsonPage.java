package io.paperflow.fetcher.sources.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads pages of JSON. */
public final class JsonPage {

  /** No source nests a tenth as deep. */
  private static final int DEPTH_LIMIT = 100;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH_LIMIT).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private JsonPage() {}

  /** The whole page; empty when it is no JSON, or cut off. */
  public static Optional<JsonNode> read(byte[] bytes) {
    try {
      JsonNode node = READER.readTree(bytes);
      return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    } catch (JsonProcessingException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** The whole page; empty when it is no JSON, or cut off. */
  public static Optional<JsonNode> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }
}
