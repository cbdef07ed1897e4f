package io.paperflow.http;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.paperflow.http.Journey.Gate;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks robots.txt before pages (RFC 9309): what it forbids is refused; where there is none all is
 * allowed; while it cannot be read nothing is. Thread-safe.
 */
final class Robots implements Gate {

  /** RFC 9309, section 2.4. */
  private static final Duration KEPT = Duration.ofHours(24);

  /** RFC 9309, section 2.5: at least 500 KiB are read. */
  private static final int LARGEST = 512 * 1024;

  private static final int MOST_ORIGINS = 10_000;
  private static final List<String> NAME = List.of("paperflow");

  private final Journey journey;
  private final CrawlDelays delays;
  private final Time time;
  private final Map<URI, Known> byAddress = new ConcurrentHashMap<>();

  /** Where the delay that a robots.txt asks for is kept. */
  @FunctionalInterface
  interface CrawlDelays {
    void asked(Target target, Duration delay);
  }

  private record Known(BaseRobotRules rules, Instant until) {}

  Robots(Journey journey, CrawlDelays delays, Time time) {
    this.journey = journey;
    this.delays = delays;
    this.time = time;
  }

  @Override
  public Optional<Answer> stops(Target target, Request request) throws InterruptedException {
    return switch (known(target, request)) {
      case Unreadable(Answer answer) -> Optional.of(answer);
      case Rules(BaseRobotRules rules) -> stops(target, rules);
    };
  }

  private Optional<Answer> stops(Target target, BaseRobotRules rules) {
    if (rules.getCrawlDelay() > 0) {
      delays.asked(target, Duration.ofMillis(rules.getCrawlDelay()));
    }
    return rules.isAllowed(target.uri().toString())
        ? Optional.empty()
        : Optional.of(
            new Answer.Refused(
                0, "robots", target.shown() + ": the host's robots.txt forbids it", ""));
  }

  private Read known(Target target, Request request) throws InterruptedException {
    Known known = byAddress.get(target.robotsTxt());
    if (known != null && known.until.isAfter(time.now())) {
      return new Rules(known.rules);
    }
    Read read = read(target, request);
    if (read instanceof Rules(BaseRobotRules rules)) {
      keep(target, rules);
    }
    return read;
  }

  private void keep(Target target, BaseRobotRules rules) {
    if (byAddress.size() >= MOST_ORIGINS) {
      byAddress.clear();
    }
    byAddress.put(target.robotsTxt(), new Known(rules, time.now().plus(KEPT)));
  }

  private sealed interface Read {}

  private record Rules(BaseRobotRules rules) implements Read {}

  private record Unreadable(Answer answer) implements Read {}

  private Read read(Target target, Request request) throws InterruptedException {
    Request robots =
        Request.page(target.robotsTxt())
            .at(request.priority())
            .within(Limits.STANDARD.patience(request.limits().patience()));
    return switch (journey.travel(robots, Gate.OPEN)) {
      case Answer.Content content -> parsed(target, content);
      case Answer.Missing _ -> new Rules(allowAll());
      case Answer.NotModified _ -> new Rules(allowAll());
      case Answer.Refused refused -> refused(refused);
      case Answer.Unavailable late when isOurs(late) -> new Unreadable(late);
      case Answer.Unavailable later -> unreadable(target, later.message(), later.retryAt());
    };
  }

  private static boolean isOurs(Answer.Unavailable late) {
    return late.code().equals("budget") || late.code().equals("breaker-open");
  }

  /** A refusal of the server means that it has no rules; one of this client that none are known. */
  private static Read refused(Answer.Refused refused) {
    boolean none =
        refused.status() / 100 == 4
            || refused.status() / 100 == 3
            || refused.code().equals("redirect");
    return none ? new Rules(allowAll()) : new Unreadable(refused);
  }

  private Read parsed(Target target, Answer.Content content) {
    try (content) {
      byte[] bytes = content.body().readNBytes(LARGEST);
      return new Rules(
          new SimpleRobotRulesParser()
              .parseContent(
                  target.robotsTxt().toString(),
                  bytes,
                  content.mediaType().orElse("text/plain"),
                  NAME));
    } catch (IOException e) {
      return unreadable(target, String.valueOf(e.getMessage()), time.wall());
    }
  }

  private static Read unreadable(Target target, String why, Instant retryAt) {
    return new Unreadable(
        new Answer.Unavailable(
            "robots-unreachable",
            Answer.Category.TRANSIENT,
            target.shown() + ": no page is read while robots.txt cannot be: " + why,
            retryAt));
  }

  private static BaseRobotRules allowAll() {
    return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
  }
}
