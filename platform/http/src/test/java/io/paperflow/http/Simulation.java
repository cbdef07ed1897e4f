package io.paperflow.http;

import io.paperflow.http.Budget.Permit;
import io.paperflow.http.Line.Ticket;
import io.paperflow.http.Request.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * Many who ask for things at one budget, and a server, in virtual time. Who gets no content asks
 * again when the budget lets it.
 */
final class Simulation {

  private static final Duration GIVE_UP = Duration.ofDays(40);

  private final Line line;
  private final Server server;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
  private final Map<Ticket, Job> waiting = new HashMap<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private Instant now = VirtualTime.START;
  private Instant nextLook = Instant.MIN;
  private long eventNumber;
  private int jobsLeft;

  Simulation(HostPolicy policy, Server server) {
    this.line = new Line(new Budget(policy));
    this.server = server;
  }

  /** What the server does with the n-th request that arrives, from 0. */
  interface Server {
    Response answer(int number, Kind kind, Instant arrivedAt);
  }

  /**
   * @param status 0 when there is none
   * @param toServer time on the way there
   * @param toAnswer time until the head of the answer is here
   * @param body time until the body is complete
   */
  record Response(
      int status, Headers headers, Duration toServer, Duration toAnswer, Duration body) {}

  /** Something that is wanted. */
  record Job(Kind kind, Priority priority, Instant wantedAt) {}

  /** One request as it went. */
  record Exchange(
      Job job,
      Instant startedAt,
      Instant arrivedAt,
      Instant answeredAt,
      Instant finishedAt,
      Response response,
      List<Job> waitingThen) {}

  private record Event(Instant at, long number, Runnable what) {}

  void want(Kind kind, Priority priority, Duration after) {
    Job job = new Job(kind, priority, VirtualTime.START.plus(after));
    jobsLeft++;
    at(job.wantedAt, () -> join(job));
  }

  /** Runs until all that is wanted was had. */
  List<Exchange> run() {
    while (jobsLeft > 0) {
      Event event = events.remove();
      now = event.at;
      if (Duration.between(VirtualTime.START, now).compareTo(GIVE_UP) > 0) {
        throw new AssertionError(jobsLeft + " of what is wanted was not had after " + GIVE_UP);
      }
      event.what.run();
      letThrough();
    }
    return exchanges;
  }

  private void at(Instant when, Runnable what) {
    events.add(new Event(when, eventNumber++, what));
  }

  private void join(Job job) {
    waiting.put(line.join(job.kind, job.priority), job);
  }

  private void letThrough() {
    while (!line.isEmpty()) {
      Ticket first = line.first();
      Instant opening = line.opening(first, now);
      if (opening.isAfter(now)) {
        if (!opening.equals(Instant.MAX) && !opening.equals(nextLook)) {
          nextLook = opening;
          at(opening, () -> {});
        }
        return;
      }
      send(Objects.requireNonNull(waiting.remove(first)), line.go(first, now));
    }
  }

  private void send(Job job, Permit permit) {
    int number = exchanges.size();
    Response response = server.answer(number, job.kind, now);
    Instant arrived = now.plus(response.toServer);
    Instant answered = arrived.plus(response.toAnswer);
    Instant finished = answered.plus(response.body);
    exchanges.add(
        new Exchange(
            job, now, arrived, answered, finished, response, List.copyOf(waiting.values())));
    Signals signals =
        response.status == 0
            ? Signals.none(Verdict.TROUBLE)
            : StatusRules.signals(response.status, response.headers, "", answered);
    at(answered, () -> line.budget().answered(permit, signals, now));
    at(
        finished,
        () -> {
          line.budget().finished(permit, signals.verdict(), now);
          boolean had = signals.verdict() == Verdict.FINE;
          if (had) {
            jobsLeft--;
          } else {
            Instant retryAt = line.budget().opening(job.kind, job.priority, now);
            at(retryAt.equals(Instant.MAX) ? now : retryAt, () -> join(job));
          }
        });
  }

  /** The most requests of some kinds that arrived in any span. */
  static int mostArrivals(List<Exchange> exchanges, Quota quota, boolean unchangedIsFree) {
    List<Instant> arrivals =
        exchanges.stream()
            .filter(exchange -> quota.kinds().contains(exchange.job.kind))
            .filter(exchange -> !(unchangedIsFree && exchange.response.status == 304))
            .map(Exchange::arrivedAt)
            .sorted()
            .toList();
    int most = 0;
    int from = 0;
    for (int to = 0; to < arrivals.size(); to++) {
      while (!arrivals.get(from).plus(quota.per()).isAfter(arrivals.get(to))) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  /** The most requests that were open at a time. */
  static int mostOpen(List<Exchange> exchanges) {
    return exchanges.stream()
        .mapToInt(
            one ->
                (int)
                    exchanges.stream()
                        .filter(
                            other ->
                                !other.startedAt.isAfter(one.startedAt)
                                    && other.finishedAt.isAfter(one.startedAt))
                        .count())
        .max()
        .orElse(0);
  }
}
