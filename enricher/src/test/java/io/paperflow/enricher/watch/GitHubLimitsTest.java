package io.paperflow.enricher.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.enricher.forge.ForgeApis;
import io.paperflow.enricher.forge.ForgeSettings;
import io.paperflow.enricher.forge.SoftwareHeritage;
import io.paperflow.enricher.links.LinkFinder;
import io.paperflow.http.Access;
import io.paperflow.http.HostSettings;
import io.paperflow.http.PoliteWeb;
import io.paperflow.http.Secret;
import io.paperflow.http.WebSettings;
import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.Publication;
import io.paperflow.schemas.RepositoryMention;
import io.paperflow.schemas.Topics;
import io.paperflow.testkit.forges.GitHubServer;
import io.paperflow.testkit.lease.CommittedRecords;
import io.paperflow.web.Budgets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The whole way to a server with GitHub's limits, in real time. */
class GitHubLimitsTest {

  private static final int REPOSITORIES = 20_000;

  private final CommittedRecords records = new CommittedRecords();

  /** Ends when so many repositories have a check. */
  private final class UntilChecked implements Lease {

    private final Set<String> checked = new HashSet<>();

    @Override
    public String name() {
      return "github";
    }

    @Override
    public boolean ending() {
      return checked.size() >= REPOSITORIES;
    }

    @Override
    public void confirm() {}

    @Override
    public List<Change> await(Duration longest) throws InterruptedException {
      if (longest.isPositive() && !ending()) {
        Thread.sleep(Duration.ofMillis(Math.min(longest.toMillis() + 1, 60_000)));
      }
      return List.of();
    }

    @Override
    public void commit(List<Publication> publications) {
      records.commit(publications);
      publications.stream()
          .map(Publication::key)
          .filter(key -> key.startsWith(RepositoryRecords.CHECK))
          .forEach(checked::add);
    }
  }

  private static RepositoryMention mention(String name, int number) {
    return RepositoryMention.newBuilder()
        .setLease("github")
        .setIdentity("github.com/ada/" + name)
        .setUrl("https://github.com/ada/" + name)
        .setPaperKey("arxiv:" + number)
        .setTitle("A Title")
        .setOwn(false)
        .setPromised(false)
        .setPaperTime(Instant.now())
        .build();
  }

  private static String name(int number) {
    return switch (number % 4000) {
      case 1, 2, 3, 4, 5 -> "gone-" + number;
      case 6, 7, 8, 9, 10 -> "moved-" + number;
      case 11 -> "slow-" + number;
      default -> "r" + number;
    };
  }

  private static PoliteWeb web(GitHubServer server) {
    HostSettings gitHub =
        new HostSettings(
            "github",
            Set.of(server.uri().getAuthority()),
            Optional.empty(),
            OptionalInt.empty(),
            new Access(Optional.of(new Secret("token")), true, true));
    return new PoliteWeb(
        new WebSettings("test", "", List.of(gitHub)),
        InstantSource.system(),
        new SimpleMeterRegistry());
  }

  @Test
  void twentyThousandRepositoriesAreKnownWithinTheLimitsAndNoneIsAskedAboutTwice()
      throws Exception {
    Map<String, byte[]> state = new HashMap<>();
    RepositoryRecords codec = new RepositoryRecords();
    for (int i = 0; i < REPOSITORIES; i++) {
      RepositoryMention mention = mention(name(i), i);
      state.put(RepositoryRecords.mentionKey(mention), codec.bytes(mention));
    }
    try (GitHubServer server = GitHubServer.start(InstantSource.system());
        PoliteWeb web = web(server)) {
      server.refuseNext(1);
      ForgeSettings settings =
          new ForgeSettings(
              List.of("github"), List.of(), List.of(), Map.of("github", server.uri()));
      RepositoryWork work =
          new RepositoryWork(
              ForgeApis.standard(settings),
              new SoftwareHeritage(settings),
              LinkFinder.standard(),
              web,
              Budgets.of(web),
              new WatchMetrics(new SimpleMeterRegistry()),
              InstantSource.system(),
              new Random(1));
      work.run(new UntilChecked(), state);
      assertEquals(REPOSITORIES, server.asked().size());
      assertEquals(
          List.of(),
          server.asked().entrySet().stream().filter(asked -> asked.getValue() > 1).toList());
      assertEquals(0, server.exceeded());
      assertTrue(server.requests() < 800, server.requests() + " requests");
    }
    assertEquals(REPOSITORIES, records.newest(Topics.FACTS).size());
  }
}
