package io.paperflow.notifier;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.paperflow.catalogue.paper.Paper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Papers made of few words. */
public final class TestPapers {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private TestPapers() {}

  /** A paper as the index has it; what is not given is empty. */
  public static Paper of(String json) {
    try {
      return MAPPER.readValue(json.replace('\'', '"'), Paper.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A paper with a title and an abstract. */
  public static Paper of(String id, String title, String text) {
    return of("{'id':'%s','title':'%s','abstract':'%s'}".formatted(id, title, text));
  }
}
