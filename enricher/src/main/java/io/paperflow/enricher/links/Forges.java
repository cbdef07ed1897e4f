package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import java.util.Map;

/** The readers of addresses by the names that {@code hosts.tsv} uses. */
final class Forges {

  private final Map<String, Forge> forges;
  private final Forge unlisted;

  private Forges(Map<String, Forge> forges, Forge unlisted) {
    this.forges = forges;
    this.unlisted = unlisted;
  }

  static Forges standard(Lexicon lexicon, Domains domains) {
    Names names = new Names(lexicon);
    Placeholders placeholders = new Placeholders(lexicon);
    GitLabForge gitlab = new GitLabForge(names, placeholders, lexicon.list("project-pages"));
    Forge page = new Site(LinkKind.PROJECT_PAGE, KindReading.SITE);
    return new Forges(
        Map.ofEntries(
            Map.entry("owner-name", new OwnerNameForge(names, placeholders, domains)),
            Map.entry("gitlab", gitlab),
            Map.entry("sourcehut", new SourceHutForge(names)),
            Map.entry("sourceforge", new SourceForgeForge(names)),
            Map.entry("bitbucket-server", new BitbucketServerForge(names)),
            Map.entry("huggingface", new HuggingFaceForge(names, placeholders)),
            Map.entry("sections", new SectionsForge(names)),
            Map.entry("doi", new DoiForge(lexicon.list("deposit-doi"))),
            Map.entry("model", new Site(LinkKind.MODEL_OR_DATASET, KindReading.HOST)),
            Map.entry("archive", new Site(LinkKind.ARCHIVE, KindReading.HOST)),
            Map.entry("anonymous", new Site(LinkKind.ANONYMOUS, KindReading.HOST)),
            Map.entry("paper-page", new Site(LinkKind.PROJECT_PAGE, KindReading.HOST)),
            Map.entry("page", page),
            Map.entry("demo", new Site(LinkKind.DEMO, KindReading.HOST)),
            Map.entry("short", new Site(LinkKind.OTHER, KindReading.SHORT)),
            Map.entry("other", new Site(LinkKind.OTHER, KindReading.HOST))),
        new UnlistedHost(gitlab, page));
  }

  Forge named(String name) {
    Forge forge = forges.get(name);
    if (forge == null) {
      throw new IllegalStateException(
          "hosts.tsv names the reader " + name + ", which " + Forges.class.getName() + " lacks");
    }
    return forge;
  }

  /** The reader of hosts that the table does not name. */
  Forge unlisted() {
    return unlisted;
  }
}
