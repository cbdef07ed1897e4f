package io.paperflow.enricher.watch;

import io.paperflow.enricher.forge.RepositoryAddress;
import io.paperflow.http.Priority;
import io.paperflow.schemas.RepositoryCheck;
import io.paperflow.schemas.RepositoryMention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a repository, kept as bytes: there can be hundreds of thousands, of which few
 * are looked at in a moment. Not thread-safe.
 */
final class Repository {

  /** Papers that make one wait for what they name. */
  private static final Duration FRESH = Duration.ofDays(7);

  private final String identity;
  private final RepositoryRecords records;
  private final Map<String, byte[]> mentions = new LinkedHashMap<>();
  private Optional<byte[]> check = Optional.empty();

  Repository(String identity, RepositoryRecords records) {
    this.identity = identity;
    this.records = records;
  }

  String identity() {
    return identity;
  }

  /** Takes a mention; returns whether it says something new. */
  boolean take(RepositoryMention mention) {
    byte[] before = mentions.put(mention.getPaperKey(), records.bytes(mention));
    return before == null
        || records.mention(before).filter(old -> old.getOwn() == mention.getOwn()).isEmpty();
  }

  void checked(byte[] bytes) {
    check = Optional.of(bytes);
  }

  void checked(RepositoryCheck now) {
    checked(records.bytes(now));
  }

  Optional<RepositoryCheck> check() {
    return check.flatMap(records::check);
  }

  /** One mention a paper. */
  List<RepositoryMention> mentions() {
    List<RepositoryMention> all = new ArrayList<>();
    mentions.values().forEach(bytes -> records.mention(bytes).ifPresent(all::add));
    return all;
  }

  int papers() {
    return mentions.size();
  }

  /** Where it was seen last, or where papers say it is. */
  Optional<RepositoryAddress> address() {
    Optional<String> moved = check().flatMap(known -> known.getFacts().getRenamedTo());
    return moved
        .or(() -> mentions().stream().map(RepositoryMention::getUrl).findFirst())
        .flatMap(RepositoryAddress::of);
  }

  /** How urgent it is to look at it for the first time: somebody waits for a new paper's. */
  Priority urgency(Instant now) {
    return newestPaper().isAfter(now.minus(FRESH)) ? Priority.LIVE : Priority.BACKFILL;
  }

  /** The time of the newest paper that names it. */
  Instant newestPaper() {
    return mentions().stream()
        .map(RepositoryMention::getPaperTime)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
