package io.paperflow.enricher.watch;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.enricher.forge.ForgeApis;
import io.paperflow.enricher.forge.ForgeSettings;
import io.paperflow.enricher.forge.SoftwareHeritage;
import io.paperflow.enricher.links.LinkFinder;
import io.paperflow.http.Access;
import io.paperflow.http.HostSettings;
import io.paperflow.http.PoliteWeb;
import io.paperflow.http.WebSettings;
import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.Publication;
import io.paperflow.schemas.AvroCodec;
import io.paperflow.schemas.RepositoryCheck;
import io.paperflow.schemas.RepositoryFacts;
import io.paperflow.schemas.RepositoryMention;
import io.paperflow.schemas.Topics;
import io.paperflow.testkit.forges.GitHubServer;
import io.paperflow.testkit.forges.RestForge;
import io.paperflow.testkit.forges.RestForgeServer;
import io.paperflow.testkit.lease.CommittedRecords;
import io.paperflow.web.Budgets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The whole way to servers with the paths, answers and limits of the forges without a token. */
class RestForgesTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Map<RestForge, String> HOSTS =
      Map.of(
          RestForge.GITHUB, "github.com",
          RestForge.GITLAB, "gitlab.com",
          RestForge.GITEE, "gitee.com",
          RestForge.BITBUCKET, "bitbucket.org",
          RestForge.CODEBERG, "codeberg.org",
          RestForge.HUGGING_FACE, "huggingface.co",
          RestForge.SOFTWARE_HERITAGE, "archive.softwareheritage.org");

  private static final AvroCodec<RepositoryFacts> FACTS = AvroCodec.of(RepositoryFacts.class);

  private final CommittedRecords records = new CommittedRecords();
  private int seed = 1;
  private final RepositoryRecords codec = new RepositoryRecords();

  /** Ends as soon as there is nothing to do for a while. */
  private final class UntilIdle implements Lease {

    private final String name;
    private boolean idle;

    private UntilIdle(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean ending() {
      return idle;
    }

    @Override
    public void confirm() {}

    @Override
    public List<Change> await(Duration longest) throws InterruptedException {
      idle = longest.compareTo(LONG) > 0;
      if (!idle) {
        Thread.sleep(longest);
      }
      return List.of();
    }

    @Override
    public void commit(List<Publication> publications) {
      records.commit(publications);
    }
  }

  private RepositoryMention mention(RestForge forge, String name) {
    String identity = HOSTS.get(forge) + "/ada/" + name;
    return RepositoryMention.newBuilder()
        .setLease(forge.budget())
        .setIdentity(identity)
        .setUrl("https://" + identity)
        .setPaperKey("arxiv:" + name)
        .setTitle("A Title")
        .setOwn(false)
        .setPromised(false)
        .setPaperTime(Instant.now())
        .build();
  }

  private Map<String, byte[]> state(RestForge forge, Stream<String> names) {
    Map<String, byte[]> state = new HashMap<>();
    names
        .map(name -> mention(forge, name))
        .forEach(mention -> state.put(RepositoryRecords.mentionKey(mention), codec.bytes(mention)));
    return state;
  }

  private void run(RestForgeServer server, RestForge forge, Map<String, byte[]> state, Duration on)
      throws Exception {
    HostSettings host =
        new HostSettings(
            forge.budget(),
            Set.of(server.uri().getAuthority()),
            Optional.empty(),
            OptionalInt.empty(),
            new Access(Optional.empty(), true, true));
    ForgeSettings settings =
        new ForgeSettings(List.of(), List.of(), List.of(), Map.of(forge.budget(), server.uri()));
    try (PoliteWeb web =
        new PoliteWeb(
            new WebSettings("test", "", List.of(host)),
            InstantSource.system(),
            new SimpleMeterRegistry())) {
      RepositoryWork work =
          new RepositoryWork(
              ForgeApis.standard(settings),
              new SoftwareHeritage(settings),
              LinkFinder.standard(),
              web,
              Budgets.of(web),
              new WatchMetrics(new SimpleMeterRegistry()),
              () -> Instant.now().plus(on),
              new Random(seed++));
      work.run(new UntilIdle(forge.budget()), state);
    }
  }

  /** A failing host is left alone for a minute, then asked for what it has not answered. */
  private void runPastFailure(RestForgeServer server, RestForge forge, Map<String, byte[]> state)
      throws Exception {
    run(server, forge, state, Duration.ZERO);
    committed(state);
    run(server, forge, state, Duration.ofMinutes(2));
    committed(state);
  }

  private void committed(Map<String, byte[]> state) {
    state.keySet().removeIf(key -> !key.startsWith(RepositoryRecords.MENTION));
    state.putAll(records.newest(Topics.REPOSITORIES));
  }

  private RepositoryFacts facts(RestForge forge, String name) throws Exception {
    String identity = HOSTS.get(forge) + "/ada/" + name;
    return FACTS.decode(
        Optional.ofNullable(records.newest(Topics.FACTS).get(identity)).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SOFTWARE_HERITAGE")
  void whatIsThereWhatMovedAndWhatIsGoneIsKnownAndAskedAboutOnce(RestForge forge) throws Exception {
    List<String> names = List.of("one", "two", "moved-one", "gone-one", "law-one");
    Map<String, byte[]> state = state(forge, names.stream());
    try (RestForgeServer server = RestForgeServer.start(forge, InstantSource.system())) {
      run(server, forge, state, Duration.ZERO);
      assertEquals(Set.copyOf(names), server.answered().keySet());
      assertTrue(server.answered().values().stream().allMatch(times -> times == 1));
      for (String name : List.of("one", "two", "moved-one")) {
        RepositoryFacts facts = facts(forge, name);
        assertTrue(facts.getFound());
        Optional<Integer> stars = Optional.of(GitHubServer.stars(name));
        assertEquals(forge == RestForge.BITBUCKET ? Optional.empty() : stars, facts.getStars());
      }
      assertEquals(
          Optional.of("https://" + HOSTS.get(forge) + "/new-owner/moved-one"),
          facts(forge, "moved-one").getRenamedTo());
      assertFalse(facts(forge, "gone-one").getFound(), "told to be gone");
      assertFalse(facts(forge, "law-one").getFound(), "told to be taken down");
      committed(state);
      assertEquals(
          Set.of("gone-one", "law-one"), notFound(state), "known to be neither there nor allowed");
      run(server, forge, state, Duration.ofDays(60));
      assertEquals(3, server.unchanged(), "asked again, unchanged");
      assertEquals(0, server.exceeded());
    }
  }

  /**
   * After a failure the others, which say nothing of their limits, are asked once a minute only.
   */
  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB", "CODEBERG", "HUGGING_FACE"})
  void whatFailedOnceIsAskedAboutAgainAndTheOthersToo(RestForge forge) throws Exception {
    List<String> names = List.of("one", "slow-two", "three");
    Map<String, byte[]> state = state(forge, names.stream());
    try (RestForgeServer server = RestForgeServer.start(forge, InstantSource.system())) {
      runPastFailure(server, forge, state);
      for (String name : names) {
        assertTrue(facts(forge, name).getFound());
      }
      assertTrue(server.answered().values().stream().allMatch(times -> times == 1));
      assertEquals(0, server.exceeded());
    }
  }

  private Set<String> notFound(Map<String, byte[]> state) {
    return state.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(RepositoryRecords.CHECK))
        .filter(
            entry -> {
              Optional<RepositoryCheck> check = codec.check(entry.getValue());
              return check.isPresent() && !check.get().getFacts().getFound();
            })
        .map(entry -> entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1))
        .collect(toSet());
  }

  @Test
  void theArchiveIsAskedOnceForACopyOfEachThatIsGone() throws Exception {
    Stream<String> names = Stream.of("gone-one", "law-two", "gone-slow", "gone-lost");
    Map<String, byte[]> state = state(RestForge.GITHUB, names);
    try (RestForgeServer server = RestForgeServer.start(RestForge.GITHUB, InstantSource.system())) {
      runPastFailure(server, RestForge.GITHUB, state);
      archive(state);
      committed(state);
      run(server, RestForge.GITHUB, state, Duration.ZERO);
      assertEquals(4, server.answered().size());
      assertTrue(server.answered().values().stream().allMatch(times -> times == 1));
    }
    for (String name : List.of("gone-one", "law-two", "gone-slow")) {
      RepositoryFacts facts = facts(RestForge.GITHUB, name);
      assertFalse(facts.getFound());
      assertEquals(
          Optional.of(
              "https://archive.softwareheritage.org/browse/origin/directory/"
                  + "?origin_url=https%3A%2F%2Fgithub.com%2Fada%2F"
                  + name),
          facts.getArchivedCopy());
    }
    assertEquals(Optional.empty(), facts(RestForge.GITHUB, "gone-lost").getArchivedCopy());
  }

  private void archive(Map<String, byte[]> state) throws Exception {
    RestForge forge = RestForge.SOFTWARE_HERITAGE;
    try (RestForgeServer server = RestForgeServer.start(forge, InstantSource.system())) {
      runPastFailure(server, forge, state);
      assertEquals(
          Set.of("gone-one", "law-two", "gone-slow", "gone-lost"), server.answered().keySet());
      assertTrue(server.answered().values().stream().allMatch(times -> times == 1));
      assertEquals(0, server.exceeded());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB", "GITEE", "BITBUCKET"})
  void nobodyIsAskedMoreOftenThanAllowed(RestForge forge) throws Exception {
    Map<String, byte[]> state =
        state(forge, IntStream.range(0, forge.limit() + 20).mapToObj(i -> "r" + i));
    try (RestForgeServer server = RestForgeServer.start(forge, InstantSource.system())) {
      run(server, forge, state, Duration.ZERO);
      assertEquals(0, server.exceeded(), "before its successor");
      // A successor knows what its predecessor used.
      committed(state);
      run(server, forge, state, Duration.ZERO);
      assertEquals(0, server.exceeded());
      assertEquals(forge.limit(), server.answered().size());
    }
  }
}
