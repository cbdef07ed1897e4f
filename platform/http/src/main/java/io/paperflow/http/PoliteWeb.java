package io.paperflow.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.paperflow.http.Journey.Gate;
import io.paperflow.http.Request.Kind;
import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;

/**
 * The web, asked politely: one budget a host for all who share this object, so there is one in a
 * process. Thread-safe.
 */
public final class PoliteWeb implements Web, AutoCloseable {

  private final Hosts hosts;
  private final Budgets budgets;
  private final Wire wire;
  private final Journey journey;
  private final Robots robots;
  private final Time time;

  /** A client that speaks to the internet. */
  public PoliteWeb(WebSettings settings, InstantSource clock, MeterRegistry registry) {
    this(settings, Time.system(clock), registry);
  }

  private PoliteWeb(WebSettings settings, Time time, MeterRegistry registry) {
    this(
        settings,
        time,
        new SocketWire(
            Resolver.SYSTEM, (SSLSocketFactory) SSLSocketFactory.getDefault(), Pace.STANDARD, time),
        registry);
  }

  PoliteWeb(WebSettings settings, Time time, Wire wire, MeterRegistry registry) {
    this.hosts = new Hosts(settings);
    this.time = time;
    this.wire = wire;
    WebMetrics metrics = new WebMetrics(registry, hosts);
    this.budgets = new Budgets(hosts, time, metrics);
    this.journey =
        new Journey(new Visit(hosts, budgets, wire, time, metrics, settings.userAgent()));
    this.robots = new Robots(journey, budgets::crawlDelay, time);
  }

  @Override
  public Answer get(Request request) throws InterruptedException {
    return journey.travel(request, request.kind() == Kind.PAGE ? robots : Gate.OPEN);
  }

  /** What a successor must know of a budget: to be kept beside the progress of its sources. */
  public BudgetState state(String budget) {
    BudgetState state = budgets.of(hosts.named(budget)).ask(own -> own.state(time.now()));
    return new BudgetState(
        state.budget(),
        time.wall(state.notBefore()),
        state.uses().stream()
            .map(use -> new BudgetState.Use(use.quota(), use.requests(), time.wall(use.until())))
            .toList());
  }

  /** Takes over a budget from a predecessor, before the first request to its hosts. */
  public void restore(BudgetState state) {
    BudgetState steady =
        new BudgetState(
            state.budget(),
            time.steady(state.notBefore()),
            state.uses().stream()
                .map(
                    use ->
                        new BudgetState.Use(use.quota(), use.requests(), time.steady(use.until())))
                .toList());
    budgets.of(hosts.named(state.budget())).change(budget -> budget.restore(steady, time.now()));
  }

  /** Breaks off whatever is under way. */
  @Override
  public void close() {
    wire.close();
  }
}
