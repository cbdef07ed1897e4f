package io.paperflow.indexer.fusion;

import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import java.util.Optional;

/**
 * A code repository a paper links to.
 *
 * @param url canonical, {@code https://host/owner/name}
 * @param owner may hold slashes: groups on GitLab nest
 */
public record Repository(
    String url, String host, String owner, String name, LinkRole role, LinkState state) {

  private static final String SCHEME = "https://";

  /** The repository of a link; empty for a link of another kind or another form. */
  static Optional<Repository> of(Link link) {
    String url = link.url();
    if (link.kind() != LinkKind.CODE_REPO || !url.startsWith(SCHEME)) {
      return Optional.empty();
    }
    int host = url.indexOf('/', SCHEME.length());
    int name = url.lastIndexOf('/');
    if (host < 0 || name <= host + 1 || name == url.length() - 1) {
      return Optional.empty();
    }
    return Optional.of(
        new Repository(
            url,
            url.substring(SCHEME.length(), host),
            url.substring(host + 1, name),
            url.substring(name + 1),
            link.role(),
            link.state()));
  }

  /** Code of the paper that can be had now: not promised, and not somebody else's. */
  boolean isCode() {
    return state == LinkState.AVAILABLE && role != LinkRole.THIRD_PARTY;
  }
}
