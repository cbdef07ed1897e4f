package io.paperflow.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Answers as it is told, and remembers what was asked and when. For one thread. */
final class FakeWire implements Wire {

  private final VirtualTime time;
  private final Deque<Scripted> script = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();

  record Asked(Call call, Instant at) {}

  /** Status 0 is a broken connection. */
  private record Scripted(int status, Headers headers, String body, Duration takes) {}

  FakeWire(VirtualTime time) {
    this.time = time;
  }

  FakeWire then(int status, Map<String, String> headers, String body) {
    script.add(new Scripted(status, Headers.of(headers), body, Duration.ofMillis(100)));
    return this;
  }

  FakeWire then(int status) {
    return then(status, Map.of(), "");
  }

  FakeWire thenSlowly(Duration takes) {
    script.add(new Scripted(200, Headers.NONE, "", takes));
    return this;
  }

  @Override
  public Reply send(Call call) throws WireException {
    asked.add(new Asked(call, time.now()));
    Scripted next =
        script.isEmpty()
            ? new Scripted(200, Headers.NONE, "", Duration.ofMillis(100))
            : script.remove();
    time.pass(next.takes);
    if (next.status == 0) {
      throw new WireException("network", "the connection broke");
    }
    return new Reply(
        next.status,
        next.headers,
        new ByteArrayInputStream(next.body.getBytes(StandardCharsets.UTF_8)));
  }

  List<Asked> asked() {
    return asked;
  }

  /** When each request was sent, in seconds from the start. */
  List<Double> seconds() {
    return asked.stream()
        .map(one -> Duration.between(VirtualTime.START, one.at).toMillis() / 1000.0)
        .toList();
  }

  @Override
  public void close() {}
}
