package io.paperflow.fetcher.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperflow.http.Answer;
import io.paperflow.http.Headers;
import io.paperflow.http.Request;
import io.paperflow.http.Validators;
import io.paperflow.http.Web;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/** A web that answers what it was told to; what it was not told is missing. */
public final class ScriptedWeb implements Web {

  private final Map<String, Queue<Function<Request, Answer>>> answers = new LinkedHashMap<>();
  private final List<Request> asked = new ArrayList<>();

  /** Requests whose address ends so get these answers, in their order, the last one for ever. */
  @SafeVarargs
  public final ScriptedWeb on(String end, Function<Request, Answer>... inOrder) {
    Queue<Function<Request, Answer>> queue = new ArrayDeque<>();
    for (Function<Request, Answer> answer : inOrder) {
      queue.add(answer);
    }
    answers.put(end, queue);
    return this;
  }

  @Override
  public Answer get(Request request) {
    asked.add(request);
    String uri = request.uri().toString();
    return answers.entrySet().stream()
        .filter(entry -> uri.endsWith(entry.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .map(queue -> queue.size() > 1 ? queue.remove() : queue.element())
        .orElse(missing())
        .apply(request);
  }

  /** All requests so far. */
  public List<Request> asked() {
    return List.copyOf(asked);
  }

  /** Their addresses, from the path on. */
  public List<String> paths() {
    return asked.stream().map(r -> r.uri().toString().replaceFirst("https?://[^/]*", "")).toList();
  }

  public static Function<Request, Answer> content(String body) {
    return content(body, Map.of());
  }

  public static Function<Request, Answer> content(String body, Map<String, String> headers) {
    return request ->
        new Answer.Content(
            200,
            request.uri(),
            Headers.of(headers),
            new ByteArrayInputStream(body.getBytes(UTF_8)));
  }

  /** The content, unless the client has what has this tag. */
  public static Function<Request, Answer> tagged(String body, String etag) {
    return request ->
        request.validators().etag().equals(Optional.of(etag))
            ? new Answer.NotModified(request.validators())
            : content(body, Map.of("ETag", etag)).apply(request);
  }

  public static Function<Request, Answer> missing() {
    return request -> new Answer.Missing(404, request.uri() + " is not there");
  }

  public static Function<Request, Answer> refused(int status, String body) {
    return request ->
        new Answer.Refused(status, "http-" + status, request.uri() + " was refused", body);
  }

  public static Function<Request, Answer> broken(int status) {
    return request -> unavailable(request, status, Answer.Category.TRANSIENT);
  }

  public static Function<Request, Answer> tooMany() {
    return request -> unavailable(request, 429, Answer.Category.OVERLOAD);
  }

  private static Answer unavailable(Request request, int status, Answer.Category category) {
    return new Answer.Unavailable(
        "http-" + status, category, request.uri() + " answered " + status, Instant.EPOCH);
  }

  /** Validators of this tag. */
  public static Validators etag(String etag) {
    return new Validators(Optional.of(etag), Optional.empty());
  }
}
