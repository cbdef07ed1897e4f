package io.paperflow.enricher.watch;

import io.paperflow.enricher.forge.ForgeApi;
import io.paperflow.enricher.forge.ForgeApis;
import io.paperflow.enricher.forge.SoftwareHeritage;
import io.paperflow.enricher.links.LinkFinder;
import io.paperflow.enricher.mention.Places;
import io.paperflow.enricher.page.PageReader;
import io.paperflow.enricher.page.PageStatement;
import io.paperflow.http.Web;
import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.LeaseWork;
import io.paperflow.schemas.Topics;
import io.paperflow.web.BudgetRecords;
import io.paperflow.web.Budgets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Looks at the repositories of whatever forge's lease is held, at pages, or in the archive.
 * Thread-safe.
 */
public final class RepositoryWork implements LeaseWork {

  private final ForgeApis forges;
  private final SoftwareHeritage archive;
  private final PageReader pages;
  private final PageStatement statements;
  private final Means means;

  /**
   * The work on these forges, and on pages.
   *
   * @param finder finds what pages offer
   * @param budgets of the client that asks them
   */
  public RepositoryWork(
      ForgeApis forges,
      SoftwareHeritage archive,
      LinkFinder finder,
      Web web,
      Budgets budgets,
      WatchMetrics metrics,
      InstantSource clock,
      RandomGenerator random) {
    this.forges = forges;
    this.archive = archive;
    this.pages = new PageReader(finder);
    this.statements = new PageStatement(finder);
    String writer = HexFormat.of().toHexDigits(random.nextLong());
    this.means =
        new Means(
            web,
            budgets,
            new BudgetRecords(Topics.REPOSITORIES, writer),
            new RepositoryRecords(),
            metrics,
            clock,
            random);
  }

  /** The leases under which there is something to do. */
  public List<String> leases() {
    return Stream.concat(
            forges.budgets().stream(), Stream.of(Places.PAGES, SoftwareHeritage.BUDGET))
        .toList();
  }

  @Override
  public void run(Lease lease, Map<String, byte[]> state) throws InterruptedException {
    Watch watch = watch(lease);
    watch.begin(state);
    try {
      watch.run();
    } finally {
      means.metrics().gone(lease.name());
    }
  }

  private Watch watch(Lease lease) {
    return switch (lease.name()) {
      case Places.PAGES -> new PageWatch(lease, pages, statements, means);
      case SoftwareHeritage.BUDGET -> new CopyWatch(lease, archive, means);
      default -> new ForgeWatch(lease, forge(lease.name()), means);
    };
  }

  private ForgeApi forge(String budget) {
    return forges.all().stream()
        .filter(api -> api.budget().equals(budget))
        .findFirst()
        .orElseThrow();
  }

  /** What papers say and what leases want of each other, not what this work notes for itself. */
  @Override
  public boolean heeds(String key) {
    return key.startsWith(RepositoryRecords.MENTION)
        || key.startsWith(RepositoryRecords.GONE)
        || key.startsWith(RepositoryRecords.COPY);
  }
}
