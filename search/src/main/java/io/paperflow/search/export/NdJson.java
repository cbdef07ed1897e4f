package io.paperflow.search.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paperflow.catalogue.paper.Paper;

/** A paper a line, as the API answers it. */
final class NdJson implements Export {

  private final ObjectMapper mapper;

  NdJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public String suffix() {
    return "ndjson";
  }

  @Override
  public String mediaType() {
    return "application/x-ndjson";
  }

  @Override
  public String paper(Paper paper) {
    try {
      return mapper.writeValueAsString(paper) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
