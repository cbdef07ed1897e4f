package io.paperflow.enricher.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forges that can be asked, the first that serves an address first. Immutable. */
public record ForgeApis(List<ForgeApi> all) {

  public ForgeApis {
    all = List.copyOf(all);
  }

  /** Those that this version can ask. */
  public static ForgeApis standard(ForgeSettings settings) {
    List<ForgeApi> forges = new ArrayList<>();
    GitHubDialect gitHub =
        new GitHubDialect(
            settings.at(GitHubDialect.BUDGET, "https://api.github.com"),
            settings.at(GitHubDialect.BUDGET, "https://raw.githubusercontent.com"));
    forges.add(
        settings.hasToken(GitHubDialect.BUDGET)
            ? new GitHubGraphQl(gitHub)
            : new RestForge(gitHub));
    forges.add(
        new RestForge(
            new HuggingFaceDialect(
                settings.at("huggingface", "https://huggingface.co"),
                settings.hasToken("huggingface"))));
    forges.add(gitLab("gitlab", "gitlab.com", settings));
    settings.gitlabHosts().forEach(host -> forges.add(gitLab(host, host, settings)));
    forges.add(forgejo("codeberg", "codeberg.org", settings));
    settings.forgejoHosts().forEach(host -> forges.add(forgejo(host, host, settings)));
    forges.add(new RestForge(new GiteeDialect(settings.at("gitee", "https://gitee.com"))));
    forges.add(
        new RestForge(
            new BitbucketDialect(
                settings.at("bitbucket", "https://api.bitbucket.org"),
                settings.at("bitbucket", "https://bitbucket.org"))));
    return new ForgeApis(forges);
  }

  private static ForgeApi gitLab(String budget, String host, ForgeSettings settings) {
    return new RestForge(new GitLabDialect(budget, host, settings.at(budget, "https://" + host)));
  }

  private static ForgeApi forgejo(String budget, String host, ForgeSettings settings) {
    return new RestForge(new ForgejoDialect(budget, host, settings.at(budget, "https://" + host)));
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
