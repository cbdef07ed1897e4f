package io.paperflow.notifier.match;

import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.query.SearchText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.Query;

/**
 * Many searches against few papers, by Lucene's monitor: it tries only those searches whose rarest
 * word a paper has. Thread-safe.
 */
public final class SavedSearches implements AutoCloseable {

  private static final int REGISTERED_AT_ONCE = 100;

  /** A search of a subscription. */
  private record Owned(String subscription, String name) {}

  /** Kept, since its level is forgotten with it. */
  private final Logger vectors = Logger.getLogger("org.apache.lucene.internal.vectorization");

  private final Monitor monitor;

  /** The searches that are registered, by their ids. */
  private final Map<String, Owned> owned = new ConcurrentHashMap<>();

  /** What is to be registered before the next paper: registering many at once costs like one. */
  private final Map<String, Map<String, String>> changed = new LinkedHashMap<>();

  /** How many searches a subscription has. */
  private final Map<String, Integer> counts = new HashMap<>();

  /** No searches yet. */
  public SavedSearches() {
    // It would warn in every terminal that vectors, which there are none of, could be quicker.
    vectors.setLevel(Level.SEVERE);
    // Each search that is being registered holds a block of 32 KB for each of its fields.
    MonitorConfiguration settings =
        new MonitorConfiguration().setQueryUpdateBufferSize(REGISTERED_AT_ONCE);
    try {
      monitor = new Monitor(PaperAnalysis.standard(), new TermFilteredPresearcher(), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // It is all in memory.
    }
  }

  /**
   * Replaces the searches of a subscription; none removes it.
   *
   * @param searches texts by name
   */
  public synchronized void put(String subscription, Map<String, String> searches) {
    changed.put(subscription, Map.copyOf(searches));
  }

  /** Makes ready what was put; else that is done before the next paper. */
  public synchronized void register() {
    if (changed.isEmpty()) {
      return;
    }
    try {
      registerChanged();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void registerChanged() throws IOException {
    SavedQuery reading = new SavedQuery();
    List<MonitorQuery> queries = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (Map.Entry<String, Map<String, String>> change : changed.entrySet()) {
      String subscription = change.getKey();
      int count = 0;
      for (Map.Entry<String, String> search : new TreeMap<>(change.getValue()).entrySet()) {
        Optional<Query> query = reading.of(SearchText.parse(search.getValue()));
        if (query.isPresent()) {
          String id = subscription + "/" + count++;
          queries.add(new MonitorQuery(id, query.get()));
          owned.put(id, new Owned(subscription, search.getKey()));
        }
      }
      int before = Optional.ofNullable(counts.put(subscription, count)).orElse(0);
      for (int i = count; i < before; i++) {
        gone.add(subscription + "/" + i);
      }
      if (count == 0) {
        counts.remove(subscription);
      }
    }
    changed.clear();
    if (!gone.isEmpty()) {
      monitor.deleteById(gone);
      gone.forEach(owned::remove);
    }
    if (!queries.isEmpty()) {
      monitor.register(queries);
    }
  }

  /** Forgets all searches. */
  public synchronized void clear() {
    try {
      monitor.clear();
      owned.clear();
      changed.clear();
      counts.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The subscriptions that find each paper, with the names of their searches that do.
   *
   * @return in the papers' order
   */
  public List<Map<String, List<String>>> match(List<Paper> papers) {
    if (papers.isEmpty()) {
      return List.of();
    }
    Document[] documents = papers.stream().map(Fields::of).toArray(Document[]::new);
    register();
    try {
      MultiMatchingQueries<QueryMatch> found = monitor.match(documents, QueryMatch.SIMPLE_MATCHER);
      List<Map<String, List<String>>> matches = new ArrayList<>();
      for (int i = 0; i < documents.length; i++) {
        matches.add(names(found.getMatches(i)));
      }
      return matches;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, List<String>> names(Iterable<QueryMatch> found) {
    Map<String, List<String>> names = new TreeMap<>();
    for (QueryMatch match : found) {
      // A search that was removed meanwhile is none.
      Optional<Owned> search = Optional.ofNullable(owned.get(match.getQueryId()));
      search.ifPresent(
          one -> names.computeIfAbsent(one.subscription(), _ -> new ArrayList<>()).add(one.name()));
    }
    names.values().forEach(list -> list.sort(null));
    return names;
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
