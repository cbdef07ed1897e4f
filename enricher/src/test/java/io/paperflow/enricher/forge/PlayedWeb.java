package io.paperflow.enricher.forge;

import io.paperflow.http.Answer;
import io.paperflow.http.Headers;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers by address, and remembers what was asked; what it does not know is missing. */
final class PlayedWeb implements Web {

  private final Map<String, Function<Request, Answer>> answers = new LinkedHashMap<>();
  private final List<Request> asked = new ArrayList<>();

  PlayedWeb answering(String url, Function<Request, Answer> answer) {
    answers.put(url, answer);
    return this;
  }

  /** Serves a fixture. */
  PlayedWeb with(String url, String fixture) {
    return answering(url, request -> content(request, fixture(fixture)));
  }

  /** Serves a text. */
  PlayedWeb withText(String url, String text) {
    return answering(url, request -> content(request, text));
  }

  static String fixture(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/fixtures/forges", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Answer content(Request request, String text) {
    return new Answer.Content(
        200,
        request.uri(),
        Headers.of(Map.of("ETag", "\"e1\"")),
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  List<Request> asked() {
    return List.copyOf(asked);
  }

  List<String> addresses() {
    return asked.stream().map(request -> request.uri().toString()).toList();
  }

  @Override
  public Answer get(Request request) {
    asked.add(request);
    String url = request.uri().toString();
    return Optional.ofNullable(answers.get(url))
        .map(answer -> answer.apply(request))
        .orElseGet(() -> new Answer.Missing(404, url));
  }
}
