package io.paperflow.enricher.mention;

import io.paperflow.enricher.forge.ForgeApi;
import io.paperflow.enricher.forge.ForgeApis;
import io.paperflow.enricher.forge.RepositoryAddress;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.Link;
import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import java.util.Optional;

/**
 * Where links are looked at: repositories, models and datasets at their forge, and what may be a
 * paper's own page in the web, unless the paper names its code itself. Immutable and thread-safe.
 */
public final class Places {

  /** The lease under which pages are read. */
  public static final String PAGES = "pages";

  /** The source of what pages say; a page is not asked about itself. */
  public static final String PAGE_SOURCE = "project-page";

  private final ForgeApis forges;

  /** Links to these forges. */
  public Places(ForgeApis forges) {
    this.forges = forges;
  }

  /** Where a link of a paper is looked at; empty for nowhere. */
  Optional<Place> of(Link link, EnrichedPaper paper) {
    return switch (link.getKind()) {
      case CODE_REPO, MODEL_OR_DATASET -> atForge(link);
      case PROJECT_PAGE -> atPage(link, paper);
      default -> Optional.empty();
    };
  }

  private Optional<Place> atForge(Link link) {
    return RepositoryAddress.of(link.getUrl())
        .flatMap(
            address ->
                forges
                    .of(address)
                    .map(ForgeApi::budget)
                    .map(budget -> new Place(budget, address.identity())));
  }

  private static Optional<Place> atPage(Link link, EnrichedPaper paper) {
    boolean namesItsCode =
        paper.getLinks().stream()
            .anyMatch(
                other -> other.getKind() == LinkKind.CODE_REPO && other.getRole() == LinkRole.OWN);
    boolean ofPage = paper.getPaper().getSource().equals(PAGE_SOURCE);
    return namesItsCode || ofPage || link.getRole() == LinkRole.THIRD_PARTY
        ? Optional.empty()
        : Optional.of(new Place(PAGES, withoutScheme(link.getUrl())));
  }

  private static String withoutScheme(String url) {
    return url.substring(url.indexOf("://") + 3);
  }
}
