package io.paperflow.enricher.forge;

import java.util.List;
import java.util.Optional;

/** The forges that can be asked, the first that serves an address first. Immutable. */
public record ForgeApis(List<ForgeApi> all) {

  public ForgeApis {
    all = List.copyOf(all);
  }

  /** Who answers for an address; empty for hosts without a known interface. */
  public Optional<ForgeApi> of(RepositoryAddress address) {
    return all.stream().filter(api -> api.serves(address)).findFirst();
  }

  /** The budgets of all of them, each once. */
  public List<String> budgets() {
    return all.stream().map(ForgeApi::budget).distinct().toList();
  }
}
