package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * GitLab and its like, where groups nest: {@code /group/subgroup/name}, and a project's own pages
 * begin with {@code /-/} or, in older versions, with one of a few words.
 */
record GitLabForge(Names names, Placeholders placeholders, Set<String> projectPages)
    implements Forge {

  private static final Set<String> BEFORE_OWNER = Set.of("groups", "users");
  // GitLab's own limit on nested groups.
  private static final int DEEPEST = 20;

  @Override
  public Optional<Target> read(Address address, HostRule rule) {
    List<Address.Segment> segments = address.segments();
    if (segments.isEmpty() || rule.words().contains(Domains.lower(segments.getFirst().text()))) {
      return Optional.empty();
    }
    boolean group = BEFORE_OWNER.contains(segments.getFirst().text());
    PathNames path =
        PathNames.read(
            names,
            address.tail(),
            group ? segments.subList(1, segments.size()) : segments,
            Math.min(DEEPEST, namesIn(segments)));
    if (path.names().isEmpty() || placeholders.match(path.names())) {
      return Optional.empty();
    }
    boolean owner = group || path.names().size() == 1;
    return Optional.of(
        path.under(
            "https://" + rule.hostOf(address), owner ? LinkKind.CODE_ORG : LinkKind.CODE_REPO));
  }

  private int namesIn(List<Address.Segment> segments) {
    for (int i = 1; i < segments.size(); i++) {
      String text = segments.get(i).text();
      if (text.equals("-") || (i > 1 && projectPages.contains(text))) {
        return i;
      }
    }
    return segments.size();
  }
}
