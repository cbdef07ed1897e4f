package io.paperflow.enricher.forge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperflow.http.Answer;
import io.paperflow.http.BodyException;
import io.paperflow.http.Validators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Reads the answers of forges. */
final class ForgeAnswers {

  private static final ObjectReader JSON = JsonMapper.builder().build().reader();

  private ForgeAnswers() {}

  /** What came. */
  sealed interface Got {}

  /** JSON of an answer 2xx. */
  record Json(JsonNode node, Validators validators) implements Got {}

  /** Anything else. */
  record Other(Reply reply) implements Got {}

  static Got json(Answer answer) {
    return switch (answer) {
      case Answer.Content content -> body(content);
      case Answer.NotModified(Validators validators) -> new Other(new Reply.Unchanged(validators));
      case Answer.Missing missing -> new Other(new Reply.Gone("http-" + missing.status()));
      // Taken down by law.
      case Answer.Refused refused when refused.status() == 451 ->
          new Other(new Reply.Gone(refused.code()));
      case Answer.Refused refused ->
          new Other(new Reply.Refused(refused.code(), refused.message()));
      case Answer.Unavailable later -> new Other(later(later));
    };
  }

  static Reply.Later later(Answer.Unavailable later) {
    return new Reply.Later(later.code(), later.message(), later.retryAt());
  }

  private static Got body(Answer.Content content) {
    try (content) {
      return new Json(JSON.readTree(content.body().readAllBytes()), content.validators());
    } catch (JsonProcessingException e) {
      return new Other(unreadable(content.uri().toString(), "it is no JSON"));
    } catch (BodyException e) {
      return new Other(new Reply.Later(e.code(), String.valueOf(e.getMessage()), Instant.EPOCH));
    } catch (IOException e) {
      throw new UncheckedIOException("a body fails with its own kind of exception alone", e);
    }
  }

  /** An answer that makes no sense, as servers in trouble give them. */
  static Reply.Later unreadable(String what, String why) {
    return new Reply.Later(
        "unreadable", what + ": the answer cannot be read, " + why, Instant.EPOCH);
  }
}
