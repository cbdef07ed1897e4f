package io.paperflow.indexer.fusion;

import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A link of a paper.
 *
 * @param url canonical
 * @param confidence 0 to 1
 * @param subPath what was cut below the repository, without a leading slash
 * @param evidence every place where it was found, the most trusted first
 */
public record Link(
    String url,
    LinkKind kind,
    LinkRole role,
    LinkState state,
    double confidence,
    Optional<String> subPath,
    List<Evidence> evidence) {

  public Link {
    evidence = List.copyOf(evidence);
  }

  /**
   * What makes two links one: the address without its scheme, and on forges, whose owners and names
   * are compared without case, in lower case.
   */
  String identity() {
    String address = url.substring(url.indexOf("://") + 1);
    return switch (kind) {
      case CODE_REPO, CODE_ORG, MODEL_OR_DATASET -> address.toLowerCase(Locale.ROOT);
      case PROJECT_PAGE, ARCHIVE, ANONYMOUS, DEMO, OTHER -> address;
    };
  }

  /** The address in lower case without its scheme, as forges' facts are kept by. */
  String address() {
    return url.substring(url.indexOf("://") + 3).toLowerCase(Locale.ROOT);
  }

  Trust trust() {
    return evidence.isEmpty() ? Trust.UNFOUNDED : Trust.of(evidence.getFirst());
  }
}
