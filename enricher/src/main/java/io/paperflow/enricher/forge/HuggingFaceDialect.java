package io.paperflow.enricher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.http.Answer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Models, datasets and spaces of the Hugging Face Hub. Without a token it answers 401 for what is
 * not there. Source: huggingface.co/docs/hub/api.
 */
record HuggingFaceDialect(URI base, boolean token) implements Dialect {

  private static final Set<String> SECTIONS = Set.of("datasets", "spaces");
  private static final Set<String> OTHERS =
      Set.of("papers", "collections", "docs", "blog", "organizations", "posts", "learn");
  private static final int TOPICS = 20;

  @Override
  public String budget() {
    return "huggingface";
  }

  @Override
  public boolean serves(RepositoryAddress address) {
    List<String> path = address.segments();
    String first = path.getFirst().toLowerCase(Locale.ROOT);
    return address.host().equals("huggingface.co")
        && !OTHERS.contains(first)
        && path.size() == (SECTIONS.contains(first) ? 3 : 2);
  }

  @Override
  public URI repository(RepositoryAddress address) {
    List<String> path = address.segments();
    return Paths.below(
        base, Paths.with("api", path.size() == 3 ? path : Paths.with("models", path)));
  }

  @Override
  public URI file(RepositoryAddress address, String name) {
    return Paths.below(base, Paths.with(address.segments(), "raw", "main", name));
  }

  /** A card is always called so. */
  @Override
  public List<String> readmes() {
    return List.of("README.md");
  }

  /** The tags that the Hub makes of the papers which a card names are its description. */
  @Override
  public Optional<RepositoryState> read(JsonNode node, RepositoryAddress asked) {
    List<String> tags = Facts.texts(node.path("tags"));
    String papers =
        tags.stream().filter(tag -> tag.startsWith("arxiv:")).collect(Collectors.joining(" "));
    JsonNode license = node.path("cardData").path("license");
    return Facts.text(node.path("id"))
        .map(id -> List.of(id.split("/")))
        .filter(id -> id.size() == 2)
        .map(
            id ->
                new RepositoryState(
                    new RepositoryAddress("huggingface.co", inSection(asked, id)),
                    Facts.text(node.path("_id")),
                    Facts.count(node.path("likes")),
                    Optional.empty(),
                    Facts.license(license.isArray() ? license.path(0) : license)
                        .or(() -> licenseTag(tags)),
                    topics(tags),
                    Optional.empty(),
                    Optional.empty(),
                    Facts.time(node.path("createdAt")),
                    Facts.time(node.path("lastModified")),
                    Optional.empty(),
                    Optional.of(papers).filter(text -> !text.isEmpty())));
  }

  private static List<String> inSection(RepositoryAddress asked, List<String> id) {
    List<String> path = asked.segments();
    return path.size() == 3 ? Paths.with(path.getFirst(), id) : id;
  }

  private static Optional<String> licenseTag(List<String> tags) {
    return tags.stream()
        .filter(tag -> tag.startsWith("license:"))
        .map(tag -> tag.substring("license:".length()))
        .findFirst();
  }

  private static List<String> topics(List<String> tags) {
    Stream<String> plain = tags.stream().filter(tag -> tag.indexOf(':') < 0);
    return plain.limit(TOPICS).toList();
  }

  @Override
  public Reply unauthorized(Answer.Refused refused) {
    return token ? Dialect.super.unauthorized(refused) : new Reply.Gone(refused.code());
  }
}
