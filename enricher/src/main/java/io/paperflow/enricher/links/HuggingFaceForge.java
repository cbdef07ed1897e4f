package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hugging Face: {@code /owner/name} is a model, {@code /datasets/}, {@code /spaces/} and {@code
 * /collections/} stand before the owner, and an owner alone has a page. The rule's words are the
 * first segments that are pages of the hub.
 */
record HuggingFaceForge(Names names, Placeholders placeholders) implements Forge {

  private static final Set<String> SECTIONS = Set.of("datasets", "spaces", "collections");
  private static final String BLOG = "blog";
  private static final int ANY_DEPTH = 8;

  @Override
  public Optional<Target> read(Address address, HostRule rule) {
    List<Address.Segment> segments = address.segments();
    if (segments.isEmpty() || rule.words().contains(segments.getFirst().text())) {
      return Optional.empty();
    }
    String first = segments.getFirst().text();
    boolean section = SECTIONS.contains(first);
    boolean blog = first.equals(BLOG);
    String base = "https://" + rule.hostOf(address) + (section || blog ? "/" + first : "");
    PathNames path =
        PathNames.read(
            names,
            address.tail(),
            section || blog ? segments.subList(1, segments.size()) : segments,
            blog ? ANY_DEPTH : 2);
    if (path.names().isEmpty() || placeholders.match(path.names())) {
      return Optional.empty();
    }
    boolean named = !blog && (section || path.names().size() == 2);
    return Optional.of(path.under(base, named ? LinkKind.MODEL_OR_DATASET : LinkKind.OTHER));
  }

  @Override
  public boolean wantsMore(String tail, HostRule rule) {
    List<Address.Segment> segments = Address.segments(tail);
    boolean section = !segments.isEmpty() && SECTIONS.contains(segments.getFirst().text());
    return segments.size() < (section ? 3 : 2);
  }
}
