package io.paperflow.indexer.index;

import io.paperflow.indexer.identity.Identity;
import io.paperflow.indexer.identity.Paper;
import io.paperflow.indexer.identity.Resolution;
import io.paperflow.pipeline.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks up the papers that keys lead to, as it is known at the moment. Thread-safe. */
final class PaperLookup {

  private final IdentityIndex identities;

  PaperLookup(IdentityIndex identities) {
    this.identities = identities;
  }

  /** What came of it. */
  sealed interface Papers {

    /** By key. */
    record Known(Map<String, String> byKey) implements Papers {

      String of(String key) {
        return byKey.getOrDefault(key, key);
      }
    }

    /** It cannot be read now. */
    record Unknown(Failure failure) implements Papers {}
  }

  /** The paper of each key. Asks nothing for keys that lead to themselves for ever. */
  Papers of(Collection<String> keys) throws InterruptedException {
    return of(keys, Map.of());
  }

  /** The paper of each key, without asking for names that were read just now. */
  Papers of(Collection<String> keys, Map<String, Identity> read) throws InterruptedException {
    Map<String, Identity> names = new HashMap<>(read);
    Resolution resolution = new Resolution(names);
    Map<String, String> papers = new LinkedHashMap<>();
    List<String> open = List.copyOf(keys);
    while (!open.isEmpty()) {
      List<String> undecided = new ArrayList<>();
      Set<String> needed = new LinkedHashSet<>();
      for (String key : open) {
        switch (resolution.of(key)) {
          case Paper.Known(String paper) -> papers.put(key, paper);
          case Paper.Needs(var missing) -> {
            undecided.add(key);
            needed.addAll(missing);
          }
        }
      }
      switch (identities.read(List.copyOf(needed))) {
        case IdentityIndex.Read.Found found ->
            needed.forEach(name -> names.put(name, found.of(name)));
        case IdentityIndex.Read.Unknown(Failure failure) -> {
          return new Papers.Unknown(failure);
        }
      }
      open = undecided;
    }
    return new Papers.Known(papers);
  }
}
