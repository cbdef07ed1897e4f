package io.paperflow.http;

import io.paperflow.http.Target.BadAddressException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Follows redirects by hand: each address on the way is checked like the first. Thread-safe. */
final class Journey {

  private static final int REDIRECTS = 5;

  private final Visit visit;

  Journey(Visit visit) {
    this.visit = visit;
  }

  /** What is asked before each request. */
  @FunctionalInterface
  interface Gate {

    /** Lets everything through. */
    Gate OPEN = (_, _) -> Optional.empty();

    /** An answer instead of that of the host, if the request must not be sent. */
    Optional<Answer> stops(Target target, Request request) throws InterruptedException;
  }

  Answer travel(Request request, Gate gate) throws InterruptedException {
    URI next = request.uri();
    String firstAuthority = "";
    for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
      Target target;
      try {
        target = Target.of(next);
      } catch (BadAddressException e) {
        return new Answer.Refused(0, e.code(), Target.shown(next) + ": " + e.getMessage(), "");
      }
      firstAuthority = redirects == 0 ? target.authority() : firstAuthority;
      Request here = target.authority().equals(firstAuthority) ? request : elsewhere(request);
      Optional<Answer> stopped = gate.stops(target, here);
      if (stopped.isPresent()) {
        return stopped.get();
      }
      switch (visit.visit(here, target)) {
        case Step.Done(Answer answer) -> {
          return answer;
        }
        case Step.Moved(URI location) -> {
          if (here.json().isPresent()) {
            return new Answer.Refused(
                0, "redirect", target.shown() + ": a question with a body is not sent on", "");
          }
          next = location;
        }
      }
    }
    return new Answer.Refused(
        0, "redirect", Target.shown(request.uri()) + ": more than " + REDIRECTS + " redirects", "");
  }

  /** Another host gets no header field that was meant for the first. */
  private static Request elsewhere(Request request) {
    Map<String, String> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    kept.putAll(request.headers());
    kept.keySet().removeIf(name -> !name.equalsIgnoreCase("Accept"));
    return new Request(
        request.uri(),
        request.kind(),
        request.priority(),
        kept,
        request.validators(),
        request.limits(),
        request.json());
  }
}
