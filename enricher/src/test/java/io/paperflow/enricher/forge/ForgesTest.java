package io.paperflow.enricher.forge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.enricher.forge.ForgeApi.Texts;
import io.paperflow.http.Answer;
import io.paperflow.http.Answer.Category;
import io.paperflow.http.Priority;
import io.paperflow.http.Validators;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgesTest {

  private static final Instant CREATED = Instant.parse("2026-02-01T08:00:00Z");
  private static final Instant PUSHED = Instant.parse("2026-02-20T09:30:00Z");

  private final PlayedWeb web = new PlayedWeb();
  private final ForgeApis forges = ForgeApis.standard(ForgeSettings.STANDARD);
  private final ForgeApis withTokens =
      ForgeApis.standard(
          new ForgeSettings(
              List.of("github", "huggingface"),
              List.of("git.guild.example"),
              List.of("forge.guild.example"),
              Map.of()));

  private static RepositoryAddress address(String url) {
    return RepositoryAddress.of(url).orElseThrow();
  }

  private Reply ask(ForgeApis forges, String url) throws InterruptedException {
    return ask(forges, url, Validators.NONE);
  }

  private Reply ask(ForgeApis forges, String url, Validators known) throws InterruptedException {
    ForgeApi forge = forges.of(address(url)).orElseThrow();
    return forge.ask(List.of(new Question(address(url), known)), web, Priority.LIVE).getFirst();
  }

  private RepositoryState state(String url) throws InterruptedException {
    return assertInstanceOf(Reply.Known.class, ask(forges, url)).state();
  }

  @Test
  void gitHubSaysWhatItKnows() throws Exception {
    web.with("https://api.github.com/repos/ada/loom", "github.json");
    assertEquals(
        new RepositoryState(
            address("https://github.com/ada/Loom"),
            Optional.of("9001"),
            OptionalInt.of(128),
            Optional.of("Python"),
            Optional.empty(),
            List.of("weaving", "gradients"),
            Optional.of(true),
            Optional.of(false),
            Optional.of(CREATED),
            Optional.of(PUSHED),
            Optional.of("https://loom.example"),
            Optional.of("Weaving with gradients, arXiv 2602.00001")),
        state("https://github.com/ada/loom"));
  }

  @Test
  void gitHubIsAskedAboutManyInOneQueryWithAToken() throws Exception {
    web.with("https://api.github.com/graphql", "graphql.json");
    List<Question> questions =
        List.of("ada/loom", "ada/gone", "ada/old", "ada/trouble").stream()
            .map(name -> new Question(address("https://github.com/" + name), Validators.NONE))
            .toList();
    ForgeApi gitHub = withTokens.of(questions.getFirst().address()).orElseThrow();
    List<Reply> replies = gitHub.ask(questions, web, Priority.REFRESH);
    RepositoryState loom = ((Reply.Known) replies.get(0)).state();
    assertEquals(OptionalInt.of(128), loom.stars());
    assertEquals(Optional.of("MIT"), loom.license());
    assertEquals(Optional.of(true), loom.fork());
    assertEquals(Optional.empty(), loom.homepage());
    assertEquals(List.of("weaving"), loom.topics());
    assertEquals(new Reply.Gone("not-found"), replies.get(1));
    assertEquals(
        address("https://github.com/looms/renamed"),
        ((Reply.Known) replies.get(2)).state().address());
    assertInstanceOf(Reply.Later.class, replies.get(3));
    assertEquals(1, web.asked().size());
    assertEquals(Priority.REFRESH, web.asked().getFirst().priority());
    assertTrue(
        web.asked()
            .getFirst()
            .json()
            .orElseThrow()
            .contains("owner: \\\"ada\\\", name: \\\"loom\\\""));
  }

  @Test
  void anEmptyBudgetOfGitHubSaysNothingAboutARepository() throws Exception {
    web.with("https://api.github.com/graphql", "limited.json");
    assertInstanceOf(Reply.Later.class, ask(withTokens, "https://github.com/ada/loom"));
  }

  /** 100, then parts of 10, of which the one with the slow repository is asked one by one. */
  @Test
  void aQueryThatTakesTooLongIsAskedInParts() throws Exception {
    List<Integer> sizes = new ArrayList<>();
    web.answering(
        "https://api.github.com/graphql",
        request -> {
          String query = request.json().orElseThrow();
          int size = query.split("repository\\(", -1).length - 1;
          sizes.add(size);
          return query.contains("\"slow\\\"") || size > 10
              ? new Answer.Unavailable("http-502", Category.TRANSIENT, "502", Instant.EPOCH)
              : PlayedWeb.content(request, answersTo(size));
        });
    List<Question> questions =
        IntStream.range(0, 100)
            .mapToObj(i -> i == 42 ? "slow" : "r" + i)
            .map(name -> new Question(address("https://github.com/ada/" + name), Validators.NONE))
            .toList();
    ForgeApi gitHub = withTokens.of(questions.getFirst().address()).orElseThrow();
    List<Reply> replies = gitHub.ask(questions, web, Priority.LIVE);
    assertEquals(100, replies.size());
    assertInstanceOf(Reply.Later.class, replies.get(42));
    assertEquals(99, replies.stream().filter(Reply.Known.class::isInstance).count());
    assertEquals(1 + 10 + 10, sizes.size());
  }

  private static String answersTo(int size) {
    StringBuilder json = new StringBuilder("{\"data\":{");
    for (int i = 0; i < size; i++) {
      json.append(i == 0 ? "" : ",").append("\"r" + i + "\":{\"nameWithOwner\":\"ada/x\"}");
    }
    return json.append("}}").toString();
  }

  @Test
  void aGitHubThatIsDownIsNotAskedAHundredTimes() throws Exception {
    web.answering(
        "https://api.github.com/graphql",
        _ -> new Answer.Unavailable("http-502", Category.TRANSIENT, "502", Instant.EPOCH));
    List<Question> questions =
        IntStream.range(0, 100)
            .mapToObj(i -> new Question(address("https://github.com/ada/r" + i), Validators.NONE))
            .toList();
    ForgeApi gitHub = withTokens.of(questions.getFirst().address()).orElseThrow();
    List<Reply> replies = gitHub.ask(questions, web, Priority.LIVE);
    assertEquals(100, replies.size());
    assertTrue(replies.stream().allMatch(Reply.Later.class::isInstance));
    assertTrue(web.asked().size() <= 12, web.asked().size() + " requests");
  }

  @Test
  void theHubSaysWhatItKnowsOfModelsDatasetsAndSpaces() throws Exception {
    web.with("https://huggingface.co/api/models/ada/loom-7b", "huggingface.json");
    web.with("https://huggingface.co/api/datasets/ada/loom-7b", "huggingface.json");
    RepositoryState model = state("https://huggingface.co/ada/loom-7b");
    assertEquals(OptionalInt.of(31), model.stars());
    assertEquals(Optional.of("apache-2.0"), model.license());
    assertEquals(List.of("safetensors", "weaving"), model.topics());
    assertEquals(Optional.of("arxiv:2602.00001"), model.description());
    assertEquals(
        address("https://huggingface.co/datasets/ada/loom-7b"),
        state("https://huggingface.co/datasets/ada/loom-7b").address());
  }

  @Test
  void withoutATokenTheHubHidesWhatIsNotThereBehind401() throws Exception {
    web.answering(
        "https://huggingface.co/api/spaces/ada/demo",
        _ -> new Answer.Refused(401, "http-401", "https://huggingface.co/…: 401", ""));
    assertEquals(new Reply.Gone("http-401"), ask(forges, "https://huggingface.co/spaces/ada/demo"));
    Reply.Later later =
        assertInstanceOf(
            Reply.Later.class, ask(withTokens, "https://huggingface.co/spaces/ada/demo"));
    assertTrue(later.message().contains("paperflow.http.hosts.huggingface.token"));
  }

  @Test
  void otherForgesSayWhatTheyKnow() throws Exception {
    web.with("https://gitlab.com/api/v4/projects/guild%2Ftools%2Floom?license=true", "gitlab.json");
    web.with("https://gitee.com/api/v5/repos/ada/loom", "gitee.json");
    web.with("https://api.bitbucket.org/2.0/repositories/ada/loom", "bitbucket.json");
    web.with("https://codeberg.org/api/v1/repos/ada/loom", "codeberg.json");
    RepositoryState gitLab = state("https://gitlab.com/guild/tools/loom");
    assertEquals(Optional.of("mit"), gitLab.license());
    assertEquals(OptionalInt.of(5), gitLab.stars());
    RepositoryState gitee = state("https://gitee.com/ada/loom");
    assertEquals(Optional.of("MulanPSL-2.0"), gitee.license());
    assertEquals(OptionalInt.of(9), gitee.stars());
    RepositoryState bitbucket = state("https://bitbucket.org/ada/loom");
    assertEquals(OptionalInt.empty(), bitbucket.stars());
    assertEquals(Optional.empty(), bitbucket.homepage());
    RepositoryState codeberg = state("https://codeberg.org/ada/loom");
    assertEquals(Optional.of("AGPL-3.0"), codeberg.license());
    for (RepositoryState state : List.of(gitLab, gitee, bitbucket, codeberg)) {
      assertEquals(Optional.of(CREATED), state.createdAt());
      assertEquals(Optional.of(PUSHED), state.pushedAt());
    }
  }

  @Test
  void hostsOfOnesOwnAreAskedLikeTheKnownOnes() throws Exception {
    web.with("https://git.guild.example/api/v4/projects/guild%2Floom?license=true", "gitlab.json");
    assertInstanceOf(Reply.Known.class, ask(withTokens, "https://git.guild.example/guild/loom"));
    assertTrue(forges.of(address("https://git.guild.example/guild/loom")).isEmpty());
    assertTrue(withTokens.budgets().contains("forge.guild.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/ada, false",
    "https://github.com/ada/loom, true",
    "https://huggingface.co/papers/2602.00001, false",
    "https://huggingface.co/collections/ada/loom-1a, false",
    "https://huggingface.co/ada/loom, true",
    "https://huggingface.co/datasets/ada/loom, true",
    "https://example.org/ada/loom, false",
  })
  void forgesAnswerForRepositoriesAlone(String url, boolean served) {
    assertEquals(served, forges.of(address(url)).isPresent());
  }

  @Test
  void whatAServerSaysIsTheSameForAllForges() throws Exception {
    String url = "https://api.github.com/repos/ada/loom";
    assertEquals(new Reply.Gone("http-404"), ask(forges, "https://github.com/ada/loom"));
    web.answering(url, _ -> new Answer.Refused(451, "http-451", "451", ""));
    assertEquals(new Reply.Gone("http-451"), ask(forges, "https://github.com/ada/loom"));
    web.answering(url, _ -> new Answer.Refused(400, "http-400", "400", ""));
    assertEquals(new Reply.Refused("http-400", "400"), ask(forges, "https://github.com/ada/loom"));
    web.answering(url, _ -> new Answer.Refused(401, "http-401", "401", ""));
    assertInstanceOf(Reply.Later.class, ask(forges, "https://github.com/ada/loom"));
    web.withText(url, "<html>we are down");
    assertInstanceOf(Reply.Later.class, ask(forges, "https://github.com/ada/loom"));
    web.withText(url, "[]");
    assertInstanceOf(Reply.Later.class, ask(forges, "https://github.com/ada/loom"));
  }

  @Test
  void whatOneHasIsNotSentAgain() throws Exception {
    Validators known = new Validators(Optional.of("\"e1\""), Optional.empty());
    web.answering(
        "https://api.github.com/repos/ada/loom",
        request -> new Answer.NotModified(request.validators()));
    assertEquals(new Reply.Unchanged(known), ask(forges, "https://github.com/ada/loom", known));
  }

  @Test
  void aReadmeAndACitationFileAreTheTexts() throws Exception {
    web.withText("https://raw.githubusercontent.com/ada/loom/HEAD/readme.md", "# Loom");
    web.withText("https://raw.githubusercontent.com/ada/loom/HEAD/CITATION.cff", "doi: 10.1/2");
    RepositoryAddress loom = address("https://github.com/ada/loom");
    assertEquals(
        new Texts.Read(
            List.of(
                new ProofText(ProofText.Place.README, "# Loom"),
                new ProofText(ProofText.Place.CITATION, "doi: 10.1/2"))),
        forges.of(loom).orElseThrow().texts(loom, web, Priority.LIVE));
  }

  @Test
  void ofALongReadmeTheBeginningIsRead() throws Exception {
    web.withText("https://huggingface.co/ada/loom/raw/main/README.md", "x".repeat(1 << 20));
    RepositoryAddress loom = address("https://huggingface.co/ada/loom");
    Texts.Read read = (Texts.Read) forges.of(loom).orElseThrow().texts(loom, web, Priority.LIVE);
    assertEquals(256 << 10, read.texts().getFirst().text().length());
  }

  @Test
  void textsOfAForgeThatIsDownAreReadLater() throws Exception {
    web.answering(
        "https://raw.githubusercontent.com/ada/loom/HEAD/README.md",
        _ -> new Answer.Unavailable("http-503", Category.OVERLOAD, "503", CREATED));
    RepositoryAddress loom = address("https://github.com/ada/loom");
    assertEquals(
        new Texts.Later(new Reply.Later("http-503", "503", CREATED)),
        forges.of(loom).orElseThrow().texts(loom, web, Priority.LIVE));
  }
}
