package io.paperflow.enricher.watch;

import io.paperflow.enricher.forge.ForgeApi;
import io.paperflow.enricher.forge.ProofText;
import io.paperflow.enricher.forge.Question;
import io.paperflow.enricher.forge.Reply;
import io.paperflow.enricher.forge.RepositoryAddress;
import io.paperflow.enricher.forge.RepositoryState;
import io.paperflow.http.Priority;
import io.paperflow.http.Request;
import io.paperflow.http.Validators;
import io.paperflow.http.Web;
import io.paperflow.testkit.lease.Ticking;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A forge with repositories that tests change, which remembers what it was asked. */
final class PlayedForge implements ForgeApi {

  static final String NAME = "forge";

  /** A question as it was asked. */
  record Asked(String identity, Instant at, Priority priority) {}

  private final Ticking clock;
  private final int batch;
  private final Map<String, RepositoryState> repositories = new HashMap<>();
  private final Map<String, String> readmes = new HashMap<>();
  private final List<Asked> asked = new ArrayList<>();
  private final List<String> read = new ArrayList<>();
  private Instant downUntil = Instant.MIN;

  PlayedForge(Ticking clock, int batch) {
    this.clock = clock;
    this.batch = batch;
  }

  /** From now on there is this repository. */
  void has(String path, int stars) {
    put(path, path, stars, "");
  }

  /** From now on it is found under another address. */
  void renames(String path, String now) {
    put(path, now, 1, "");
  }

  void describes(String path, String description) {
    put(path, path, 1, description);
  }

  private void put(String path, String now, int stars, String description) {
    RepositoryAddress address = address(now);
    repositories.put(
        address(path).identity(),
        new RepositoryState(
            address,
            Optional.of("id-" + path),
            OptionalInt.of(stars),
            Optional.of("Java"),
            Optional.of("MIT"),
            List.of("papers"),
            Optional.of(false),
            Optional.of(false),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(description).filter(text -> !text.isEmpty())));
  }

  void loses(String path) {
    repositories.remove(address(path).identity());
  }

  void readme(String path, String text) {
    readmes.put(address(path).identity(), text);
  }

  void downFor(Duration time) {
    downUntil = clock.instant().plus(time);
  }

  static RepositoryAddress address(String path) {
    return RepositoryAddress.of("https://forge.test/" + path).orElseThrow();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  List<String> askedPaths() {
    return asked.stream().map(a -> a.identity().substring("forge.test/".length())).toList();
  }

  List<String> read() {
    return List.copyOf(read);
  }

  @Override
  public String budget() {
    return NAME;
  }

  @Override
  public boolean serves(RepositoryAddress address) {
    return address.host().equals("forge.test");
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public List<Reply> ask(List<Question> questions, Web web, Priority priority)
      throws InterruptedException {
    var _ = web.get(Request.api(URI.create("https://forge.test/")));
    if (clock.instant().isBefore(downUntil)) {
      return questions.stream().<Reply>map(_ -> down()).toList();
    }
    List<Reply> replies = new ArrayList<>();
    for (Question question : questions) {
      String identity = question.address().identity();
      asked.add(new Asked(identity, clock.instant(), priority));
      replies.add(
          Optional.ofNullable(repositories.get(identity))
              .<Reply>map(state -> new Reply.Known(state, Validators.NONE))
              .orElseGet(() -> new Reply.Gone("http-404")));
    }
    clock.pass(Duration.ofMillis(200));
    return replies;
  }

  private Reply.Later down() {
    return new Reply.Later("http-503", "the forge is down", clock.instant().plusSeconds(120));
  }

  @Override
  public Texts texts(RepositoryAddress address, Web web, Priority priority) {
    if (clock.instant().isBefore(downUntil)) {
      return new Texts.Later(down());
    }
    read.add(address.identity().substring("forge.test/".length()));
    clock.pass(Duration.ofMillis(200));
    return new Texts.Read(
        Optional.ofNullable(readmes.get(address.identity()))
            .map(text -> new ProofText(ProofText.Place.README, text))
            .stream()
            .toList());
  }
}
