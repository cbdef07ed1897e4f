package io.paperflow.enricher.watch;

import io.paperflow.enricher.forge.RepositoryAddress;
import io.paperflow.enricher.forge.SoftwareHeritage;
import io.paperflow.enricher.forge.SoftwareHeritage.Copy;
import io.paperflow.http.Priority;
import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.Publication;
import io.paperflow.schemas.RepositoryCheck;
import io.paperflow.schemas.RepositoryFacts;
import io.paperflow.web.LeasedWeb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for copies of what is gone. The forges' watches ask for one by a record in the state of
 * this lease, and get the answer by a record in theirs: the archive's limit holds for all of them
 * together. Belongs to the lease's thread.
 */
final class CopyWatch implements Watch {

  private static final Duration WAIT = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Lease lease;
  private final SoftwareHeritage archive;
  private final Means means;
  private final LeaseLedger ledger;

  /** What is gone, by identity, in the order in which it was asked for. */
  private final Map<String, RepositoryCheck> gone = new LinkedHashMap<>();

  private Instant silentUntil = Instant.MIN;

  CopyWatch(Lease lease, SoftwareHeritage archive, Means means) {
    this.lease = lease;
    this.archive = archive;
    this.means = means;
    this.ledger = new LeaseLedger(lease, Optional.of(SoftwareHeritage.BUDGET), means);
  }

  @Override
  public void begin(Map<String, byte[]> state) {
    ledger.begin(state);
    state.forEach(this::take);
    means.metrics().watch(lease.name(), gone::size, gone::size);
  }

  private void take(String key, byte[] bytes) {
    if (key.startsWith(RepositoryRecords.GONE)) {
      String identity = key.substring(RepositoryRecords.GONE.length());
      means.records().check(bytes).ifPresent(check -> gone.put(identity, check));
    }
  }

  @Override
  public void run() throws InterruptedException {
    while (!lease.ending()) {
      Instant now = means.clock().instant();
      boolean silent = now.isBefore(silentUntil);
      if (!silent && !gone.isEmpty()) {
        ask(gone.entrySet().iterator().next());
      }
      Duration wait =
          gone.isEmpty() ? WAIT : silent ? Duration.between(now, silentUntil) : Duration.ZERO;
      lease.await(wait).forEach(change -> take(change.key(), change.value()));
    }
  }

  private void ask(Map.Entry<String, RepositoryCheck> entry) throws InterruptedException {
    String identity = entry.getKey();
    RepositoryCheck check = entry.getValue();
    Optional<RepositoryAddress> address = RepositoryAddress.of(check.getFacts().getUrl());
    Copy copy =
        address.isEmpty()
            ? new Copy.None()
            : archive.copy(
                address.get(),
                new LeasedWeb(means.web(), lease, Priority.REFRESH),
                Priority.REFRESH);
    if (copy instanceof Copy.Later(var reason)) {
      Instant soon = means.clock().instant().plus(PATIENCE);
      silentUntil = reason.retryAt().isBefore(soon) ? soon : reason.retryAt();
      return;
    }
    List<Publication> publications = new ArrayList<>();
    publications.add(means.records().answered(RepositoryRecords.GONE + identity, lease.name()));
    if (copy instanceof Copy.Kept(String url)) {
      publications.add(means.records().copy(identity, kept(check, url)));
    }
    ledger.commit(publications);
    gone.remove(identity);
  }

  private static RepositoryCheck kept(RepositoryCheck check, String url) {
    return RepositoryCheck.newBuilder(check)
        .setFacts(RepositoryFacts.newBuilder(check.getFacts()).setArchivedCopy(url).build())
        .build();
  }
}
