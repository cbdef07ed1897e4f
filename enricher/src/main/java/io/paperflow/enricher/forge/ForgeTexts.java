package io.paperflow.enricher.forge;

import io.paperflow.enricher.forge.ForgeApi.Texts;
import io.paperflow.http.Answer;
import io.paperflow.http.BodyException;
import io.paperflow.http.Priority;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the first 256 KiB of a repository's README and CITATION.cff. */
final class ForgeTexts {

  private static final int BYTES = 256 << 10;

  private final Dialect dialect;

  ForgeTexts(Dialect dialect) {
    this.dialect = dialect;
  }

  private sealed interface File {}

  private record Found(String text) implements File {}

  private record Absent() implements File {}

  private record Later(Reply.Later reason) implements File {}

  Texts of(RepositoryAddress address, Web web, Priority priority) throws InterruptedException {
    List<ProofText> texts = new ArrayList<>();
    for (ProofText.Place place : List.of(ProofText.Place.README, ProofText.Place.CITATION)) {
      List<String> names =
          place == ProofText.Place.README ? dialect.readmes() : List.of("CITATION.cff");
      Optional<Reply.Later> later = first(names, place, address, web, priority, texts);
      if (later.isPresent()) {
        return new Texts.Later(later.get());
      }
    }
    return new Texts.Read(texts);
  }

  /** Adds the first file of these that is there. */
  private Optional<Reply.Later> first(
      List<String> names,
      ProofText.Place place,
      RepositoryAddress address,
      Web web,
      Priority priority,
      List<ProofText> texts)
      throws InterruptedException {
    for (String name : names) {
      Request request = Request.api(dialect.file(address, name)).at(priority);
      switch (file(web.get(request))) {
        case Found(String text) -> {
          texts.add(new ProofText(place, text));
          return Optional.empty();
        }
        case Later(Reply.Later reason) -> {
          return Optional.of(reason);
        }
        case Absent() -> {}
      }
    }
    return Optional.empty();
  }

  private static File file(Answer answer) {
    return switch (answer) {
      case Answer.Content content -> beginning(content);
      case Answer.Unavailable later -> new Later(ForgeAnswers.later(later));
      case Answer.NotModified _, Answer.Missing _, Answer.Refused _ -> new Absent();
    };
  }

  private static File beginning(Answer.Content content) {
    try (content) {
      byte[] bytes = content.body().readNBytes(BYTES);
      return new Found(new String(bytes, StandardCharsets.UTF_8));
    } catch (BodyException e) {
      return e.permanent()
          ? new Absent()
          : new Later(new Reply.Later(e.code(), String.valueOf(e.getMessage()), Instant.EPOCH));
    } catch (IOException e) {
      throw new UncheckedIOException("a body fails with its own kind of exception alone", e);
    }
  }
}
