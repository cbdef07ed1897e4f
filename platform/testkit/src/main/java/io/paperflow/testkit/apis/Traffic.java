package io.paperflow.testkit.apis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All requests that came. A request counts as running until its answer begins, or until it is left
 * in silence: a client that then gives up may ask again at once. Thread-safe.
 */
public final class Traffic {

  /**
   * A request.
   *
   * @param began by the clock of the servers
   * @param beganAs its place among all beginnings and ends
   * @param endedAs its place among them; {@code Long.MAX_VALUE} while it runs
   * @param status of the answer; 0 without one
   * @param notBefore when a refusal let the client come again
   * @param mishap what went wrong on purpose
   */
  public record Call(
      Request request,
      Instant began,
      long beganAs,
      long endedAs,
      int status,
      Optional<Instant> notBefore,
      Optional<Mishap> mishap) {

    /** One line for people. */
    @Override
    public String toString() {
      return "%s %s %s -> %d%s%s"
          .formatted(
              began,
              request.api(),
              request.target(),
              status,
              notBefore.map(until -> ", not before " + until).orElse(""),
              mishap.map(why -> ", " + why).orElse(""));
    }

    Call ended(long as, int answer, Optional<Instant> until, Optional<Mishap> because) {
      return new Call(request, began, beganAs, as, answer, until, because);
    }
  }

  private final List<Call> calls = new ArrayList<>();
  private long events;

  synchronized int begin(Request request, Instant now) {
    calls.add(
        new Call(request, now, events++, Long.MAX_VALUE, 0, Optional.empty(), Optional.empty()));
    return calls.size() - 1;
  }

  synchronized void end(
      int call, int status, Optional<Instant> notBefore, Optional<Mishap> mishap) {
    calls.set(call, calls.get(call).ended(events++, status, notBefore, mishap));
  }

  /** All requests in the order in which they came. */
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /** How the requests to some servers came, taken together. */
  public Pace pace(Set<Api> apis) {
    return new Pace(calls().stream().filter(c -> apis.contains(c.request().api())).toList());
  }
}
