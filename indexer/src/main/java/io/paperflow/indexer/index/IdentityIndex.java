package io.paperflow.indexer.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.IndexNames;
import io.paperflow.indexer.identity.Identity;
import io.paperflow.pipeline.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which papers go by which names, in an index of its own, read by id and so also as it was written
 * a moment ago (get is real-time). Thread-safe.
 */
final class IdentityIndex {

  private static final int MOST_REQUEST_BYTES = 5 << 20;
  private static final int EXPECTED_BYTES = 200;
  private static final int MOST_IDS = 1000;

  /** Rounds of writing, reading and merging for names others write at the same time. */
  private static final int MOST_ROUNDS = 5;

  private final ElasticsearchHttp http;
  private final IndexLayout layout;
  private final MultiGet stored;
  private final JsonFactory json = new JsonFactory();

  IdentityIndex(ElasticsearchHttp http, IndexLayout layout) {
    this.http = http;
    this.layout = layout;
    this.stored = new MultiGet(http, IndexNames.IDENTITIES, MOST_IDS);
  }

  /**
   * What became of names.
   *
   * @param known with all their papers, by name
   * @param failures those of which that could not be written or read, by name
   */
  record Outcome(Map<String, Identity> known, Map<String, Failure> failures) {}

  /** A name, and the guard that it is still this one. */
  record Claim(Identity identity, Guard guard) {}

  /** What came of reading. */
  sealed interface Read {

    /** The names that are there. */
    record Found(Map<String, Claim> byName) implements Read {

      Identity of(String name) {
        Claim claim = byName.get(name);
        return claim == null ? Identity.of(name, List.of()) : claim.identity();
      }
    }

    /** They cannot be read now. */
    record Unknown(Failure failure) implements Read {}
  }

  /** Makes the index if there is none. */
  Optional<Failure> ensure() throws InterruptedException {
    return layout.ensureOnce(PaperWrites.FOR_AN_INDEX);
  }

  /** Adds papers to names, each name once, and tells what is known of these names then. */
  Outcome add(Collection<Identity> claims) throws InterruptedException {
    Outcome outcome = new Outcome(new HashMap<>(), new HashMap<>());
    List<Claim> pending =
        claims.stream().map(claim -> new Claim(claim, new Guard.Absent())).toList();
    for (int round = 0; round < MOST_ROUNDS && !pending.isEmpty(); round++) {
      pending = merged(conflicting(pending, outcome), outcome);
    }
    for (Claim contended : pending) {
      outcome
          .failures()
          .put(
              contended.identity().name(),
              Failure.transientFailure(
                  "identity-contended",
                  "The papers of %s were changed by others in each of %d rounds: it is tried again"
                      .formatted(contended.identity().name(), MOST_ROUNDS)));
    }
    return outcome;
  }

  private List<Claim> conflicting(List<Claim> claims, Outcome outcome) throws InterruptedException {
    BulkBody body = new BulkBody(claims.size(), claims.size() * EXPECTED_BYTES);
    List<Claim> sent = new ArrayList<>();
    for (Claim claim : claims) {
      try {
        body.add(new IdentityItem(claim.identity(), claim.guard(), json));
        sent.add(claim);
      } catch (IOException e) {
        outcome
            .failures()
            .put(
                claim.identity().name(),
                Failure.permanent(
                    "document-unwritable",
                    "The name %s cannot be written as JSON: %s"
                        .formatted(claim.identity().name(), e.getMessage())));
      }
    }
    List<ItemResult> results =
        BulkRequests.send(http, IndexNames.IDENTITIES, MOST_REQUEST_BYTES, body);
    List<Claim> conflicts = new ArrayList<>();
    boolean indexMissing = false;
    for (int i = 0; i < results.size(); i++) {
      Identity identity = sent.get(i).identity();
      switch (results.get(i)) {
        case ItemResult.Written() -> outcome.known().put(identity.name(), identity);
        case ItemResult.Conflict() -> conflicts.add(sent.get(i));
        case ItemResult.Failed(Failure failure) -> {
          indexMissing |= BulkVerdicts.isIndexMissing(failure);
          outcome.failures().put(identity.name(), failure);
        }
      }
    }
    if (indexMissing) {
      // Whether that worked shows when the items come again.
      layout.ensure(PaperWrites.FOR_AN_INDEX);
    }
    return conflicts;
  }

  /** Merges with what is stored; what remains are the names which that changes. */
  private List<Claim> merged(List<Claim> conflicts, Outcome outcome) throws InterruptedException {
    List<Claim> changed = new ArrayList<>();
    switch (read(conflicts.stream().map(claim -> claim.identity().name()).toList())) {
      case Read.Unknown(Failure failure) ->
          conflicts.forEach(claim -> outcome.failures().put(claim.identity().name(), failure));
      case Read.Found(var known) -> {
        for (Claim claim : conflicts) {
          Claim there = known.get(claim.identity().name());
          if (there == null) {
            changed.add(new Claim(claim.identity(), new Guard.Absent()));
            continue;
          }
          Identity merged = there.identity().merge(claim.identity());
          if (merged.equals(there.identity())) {
            outcome.known().put(merged.name(), merged);
          } else {
            changed.add(new Claim(merged, there.guard()));
          }
        }
      }
    }
    return changed;
  }

  /** Reads names; those that nobody wrote are left out. */
  Read read(List<String> names) throws InterruptedException {
    Map<String, Claim> found = new HashMap<>();
    for (MultiGet.Doc doc : stored.get(names)) {
      switch (doc) {
        case MultiGet.Doc.Found(String name, JsonNode source, Guard guard) ->
            found.put(name, new Claim(IdentityItem.read(name, source), guard));
        case MultiGet.Doc.Missing _ -> {}
        case MultiGet.Doc.Unknown(_, Failure failure) -> {
          return new Read.Unknown(failure);
        }
      }
    }
    return new Read.Found(found);
  }
}
