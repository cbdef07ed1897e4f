package io.paperflow.fetcher.live;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.fetcher.source.Schedule;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.sources.StandardSources;
import io.paperflow.http.Access;
import io.paperflow.http.HostSettings;
import io.paperflow.http.VirtualWeb;
import io.paperflow.http.WebSettings;
import io.paperflow.testkit.apis.Api;
import io.paperflow.testkit.apis.PaperApis;
import io.paperflow.testkit.lease.PlayedLease;
import io.paperflow.testkit.lease.Ticking;
import io.paperflow.web.Budgets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Replicas that read the sources of one host group from servers of this machine, one after the
 * other: each is broken off somewhere, as a killed process is, and the next goes on from what was
 * committed. All in virtual time and with what is used in production, except Kafka.
 */
final class Replicas {

  /** A source to read, and where. */
  record Reads(String source, Api api, String path, Map<String, String> options) {

    /** Options with {@code SERVER} in place of the server's address. */
    Source source(PaperApis apis) {
      String server = apis.uri(api).toString();
      Map<String, String> own =
          options.entrySet().stream()
              .collect(
                  Collectors.toMap(Map.Entry::getKey, o -> o.getValue().replace("SERVER", server)));
      SourceSettings settings = new SourceSettings(source, Optional.of(server + path), own);
      Source made =
          StandardSources.kinds().stream()
              .filter(kind -> kind.name().equals(source))
              .findFirst()
              .orElseThrow()
              .make()
              .apply(settings);
      if (!settings.problems().isEmpty()) {
        throw new IllegalArgumentException(settings.problems().toString());
      }
      return made;
    }
  }

  /** As long as Kafka takes to give the lease to another. */
  private static final Duration FAILOVER = Duration.ofSeconds(20);

  /** More often would only take more real time. */
  private static final Duration LEAST_INTERVAL = Duration.ofHours(3);

  private final List<Reads> reads;
  private final PaperApis apis;
  private final Ticking clock;
  private final Random random;
  private final Topic topic = new Topic();

  Replicas(List<Reads> reads, PaperApis apis, Ticking clock, long seed) {
    this.reads = reads;
    this.apis = apis;
    this.clock = clock;
    this.random = new Random(seed);
  }

  /** Reads until a moment; replicas live for so many calls of their leases on average. */
  Topic run(Instant end, int life) {
    while (clock.instant().isBefore(end)) {
      try {
        read(end, 1 + random.nextInt(2 * life));
      } catch (InterruptedException e) {
        clock.pass(FAILOVER);
      }
    }
    return topic;
  }

  private void read(Instant end, int calls) throws InterruptedException {
    List<ConfiguredSource> sources = new ArrayList<>();
    for (Reads read : reads) {
      Source source = read.source(apis);
      sources.add(new ConfiguredSource(source, true, unhurried(source.schedule())));
    }
    String group = sources.getFirst().source().hostGroup().name();
    PlayedLease lease =
        new PlayedLease(group, topic.committed(), clock, Duration.between(clock.instant(), end))
            .breaksAt(calls);
    try (VirtualWeb web = new VirtualWeb(settings(group), clock, clock::pass)) {
      new SourcesWork(
              sources,
              web,
              Budgets.of(web.polite()),
              new SourceMetrics(new SimpleMeterRegistry(), clock),
              clock,
              random)
          .run(lease, topic.state());
    }
  }

  private static Schedule unhurried(Schedule schedule) {
    return schedule instanceof Schedule.Every(Duration interval)
            && interval.compareTo(LEAST_INTERVAL) < 0
        ? new Schedule.Every(LEAST_INTERVAL)
        : schedule;
  }

  /** The budget of the group holds for these servers too. */
  private WebSettings settings(String group) {
    Set<String> authorities =
        reads.stream().map(read -> apis.uri(read.api()).getAuthority()).collect(Collectors.toSet());
    HostSettings host =
        new HostSettings(
            group,
            authorities,
            Optional.empty(),
            OptionalInt.empty(),
            new Access(Optional.empty(), true, true));
    return new WebSettings("test", "", List.of(host));
  }
}
