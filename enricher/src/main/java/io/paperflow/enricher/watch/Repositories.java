package io.paperflow.enricher.watch;

import io.paperflow.schemas.RepositoryMention;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The repositories or pages of one lease, of which papers tell. Not thread-safe. */
final class Repositories {

  private final String lease;
  private final RepositoryRecords records;
  private final Map<String, Repository> byIdentity = new LinkedHashMap<>();

  Repositories(String lease, RepositoryRecords records) {
    this.lease = lease;
    this.records = records;
  }

  /** Takes over what is known; leases can share a state. */
  void begin(Map<String, byte[]> state) {
    state.forEach(this::take);
    for (Repository repository : byIdentity.values()) {
      Optional.ofNullable(state.get(RepositoryRecords.checkKey(repository.identity())))
          .ifPresent(repository::checked);
    }
  }

  /** Takes a record; the repository it tells something new of, when it is a mention. */
  Optional<Repository> take(String key, byte[] bytes) {
    Optional<RepositoryMention> mention =
        key.startsWith(RepositoryRecords.MENTION)
            ? records.mention(bytes).filter(m -> m.getLease().equals(lease))
            : Optional.empty();
    return mention.flatMap(
        m -> {
          Repository repository =
              byIdentity.computeIfAbsent(
                  m.getIdentity(), identity -> new Repository(identity, records));
          return repository.take(m) ? Optional.of(repository) : Optional.empty();
        });
  }

  Optional<Repository> find(String identity) {
    return Optional.ofNullable(byIdentity.get(identity));
  }

  /** One that there is. */
  Repository get(String identity) {
    return find(identity).orElseThrow();
  }

  Collection<Repository> all() {
    return byIdentity.values();
  }

  int size() {
    return byIdentity.size();
  }
}
