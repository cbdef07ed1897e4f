package io.paperflow.indexer.fusion;

import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A code repository a paper links to, with what was seen of it.
 *
 * @param url canonical, {@code https://host/owner/name}
 * @param owner may hold slashes: groups on GitLab nest
 * @param role as papers say; the paper's own also when nobody says and the repository names the
 *     paper
 * @param fact what its forge says
 */
public record Repository(
    String url,
    String host,
    String owner,
    String name,
    LinkRole role,
    Availability availability,
    Optional<RepositoryFact> fact) {

  private static final String SCHEME = "https://";

  /** The paper's own first, of these what can be had, of these what names the paper. */
  private static final Comparator<Repository> ORDER =
      Comparator.comparingInt((Repository repository) -> LinkFusion.rank(repository.role()))
          .thenComparing(repository -> !repository.isCode())
          .thenComparing(repository -> !repository.isVerified());

  /** The repositories among links, in their order unless facts change it. */
  static List<Repository> of(List<Link> links, Map<String, RepositoryFact> facts) {
    List<Repository> repositories =
        links.stream().flatMap(link -> of(link, facts).stream()).toList();
    return facts.isEmpty() ? repositories : repositories.stream().sorted(ORDER).toList();
  }

  private static Optional<Repository> of(Link link, Map<String, RepositoryFact> facts) {
    String url = link.url();
    if (link.kind() != LinkKind.CODE_REPO || !url.startsWith(SCHEME)) {
      return Optional.empty();
    }
    int host = url.indexOf('/', SCHEME.length());
    int name = url.lastIndexOf('/');
    if (host < 0 || name <= host + 1 || name == url.length() - 1) {
      return Optional.empty();
    }
    Optional<RepositoryFact> fact =
        facts.isEmpty() ? Optional.empty() : Optional.ofNullable(facts.get(link.address()));
    return Optional.of(
        new Repository(
            url,
            url.substring(SCHEME.length(), host),
            url.substring(host + 1, name),
            url.substring(name + 1),
            role(link.role(), fact),
            availability(link.state(), fact),
            fact));
  }

  private static LinkRole role(LinkRole said, Optional<RepositoryFact> fact) {
    boolean named = fact.flatMap(RepositoryFact::verifiedBy).isPresent();
    return said == LinkRole.UNKNOWN && named ? LinkRole.OWN : said;
  }

  private static Availability availability(LinkState said, Optional<RepositoryFact> fact) {
    boolean seen = fact.filter(RepositoryFact::isThere).isPresent();
    return switch (said) {
      case PROMISED -> seen ? Availability.AVAILABLE : Availability.PROMISED;
      case AVAILABLE -> fact.isEmpty() || seen ? Availability.AVAILABLE : Availability.GONE;
      case UNKNOWN -> seen ? Availability.AVAILABLE : Availability.UNKNOWN;
    };
  }

  /** Code of the paper that can be had now: not promised, not gone, and not somebody else's. */
  public boolean isCode() {
    return availability == Availability.AVAILABLE && role != LinkRole.THIRD_PARTY;
  }

  /** Whether the repository names the paper. */
  public boolean isVerified() {
    return fact.flatMap(RepositoryFact::verifiedBy).isPresent();
  }
}
