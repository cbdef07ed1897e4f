package io.paperflow.indexer.index;

import com.fasterxml.jackson.core.JsonFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.IndexNames;
import io.paperflow.indexer.fusion.Facts;
import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Sink;
import io.paperflow.pipeline.Verdict;
import io.paperflow.schemas.NamingPaper;
import io.paperflow.schemas.RepositoryFacts;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes facts about repositories into an index of their own, where papers that come later find
 * them, and adds them to the papers that name the repositories. Records may come twice and out of
 * order. Thread-safe.
 */
public final class FactsSink implements Sink<RepositoryFacts> {

  private static final Duration FOR_A_CHECK = Duration.ofSeconds(2);
  private static final int MOST_REQUEST_BYTES = 5 << 20;

  /** A record can have two thousand papers, and a batch many such records. */
  private static final int PAPERS_AT_ONCE = 500;

  private static final int EXPECTED_BYTES = 1 << 10;

  private final ElasticsearchHttp http;
  private final IndexLayout papersLayout;
  private final IndexLayout layout;
  private final IdentityIndex identities;
  private final PaperLookup lookup;
  private final PaperWrites papers;
  private final DocumentCounts counts;
  private final JsonFactory json = new JsonFactory();

  /**
   * A sink into the cluster behind the given connection.
   *
   * @param papersLayout the index of papers
   * @param identities the index of the papers' names
   * @param layout the index of facts
   */
  public FactsSink(
      ElasticsearchHttp http,
      IndexLayout papersLayout,
      IndexLayout identities,
      IndexLayout layout,
      Appearances appearances,
      InstantSource clock,
      MeterRegistry registry) {
    this.http = http;
    this.papersLayout = papersLayout;
    this.layout = layout;
    this.identities = new IdentityIndex(http, identities);
    this.lookup = new PaperLookup(this.identities);
    this.papers = new PaperWrites(http, papersLayout, appearances, clock);
    this.counts = new DocumentCounts(registry);
  }

  @Override
  public List<Verdict> write(List<Delivery<RepositoryFacts>> items) throws InterruptedException {
    Verdicts verdicts = new Verdicts(items.size(), counts);
    Optional<Failure> unfit = papersLayout.ensureOnce(PaperWrites.FOR_AN_INDEX);
    if (unfit.isEmpty()) {
      unfit = identities.ensure();
    }
    if (unfit.isEmpty()) {
      unfit = layout.ensureOnce(PaperWrites.FOR_AN_INDEX);
    }
    if (unfit.isPresent()) {
      for (int place = 0; place < items.size(); place++) {
        verdicts.failed(List.of(place), unfit.get());
      }
      return verdicts.all();
    }
    addToPapers(items, written(items, verdicts), verdicts);
    return verdicts.all();
  }

  /** Writes the facts; returns the places of those that are not older than what is there. */
  private List<Integer> written(List<Delivery<RepositoryFacts>> items, Verdicts verdicts)
      throws InterruptedException {
    BulkBody body = new BulkBody(items.size(), items.size() * EXPECTED_BYTES);
    List<Integer> sent = new ArrayList<>();
    for (int place = 0; place < items.size(); place++) {
      Delivery<RepositoryFacts> item = items.get(place);
      try {
        body.add(new FactsItem(item.key(), item.value(), json));
        sent.add(place);
      } catch (IOException e) {
        verdicts.failed(
            List.of(place),
            Failure.permanent(
                "document-unwritable",
                "Facts of %s cannot be written as JSON: %s".formatted(item.key(), e.getMessage())));
      }
    }
    List<ItemResult> results =
        BulkRequests.send(http, IndexNames.REPOSITORIES, MOST_REQUEST_BYTES, body);
    List<Integer> written = new ArrayList<>();
    boolean indexMissing = false;
    for (int i = 0; i < results.size(); i++) {
      switch (results.get(i)) {
        case ItemResult.Written() -> written.add(sent.get(i));
        // Newer facts are there, and their papers have them or get them.
        case ItemResult.Conflict() -> counts.unchanged();
        case ItemResult.Failed(Failure failure) -> {
          indexMissing |= BulkVerdicts.isIndexMissing(failure);
          verdicts.failed(List.of(sent.get(i)), failure);
        }
      }
    }
    if (indexMissing) {
      // Whether that worked shows when the items come again.
      layout.ensure(PaperWrites.FOR_AN_INDEX);
    }
    return written;
  }

  /** One addition for each paper, so many at once as memory is good for. */
  private void addToPapers(
      List<Delivery<RepositoryFacts>> items, List<Integer> places, Verdicts verdicts)
      throws InterruptedException {
    List<Naming> namings = new ArrayList<>();
    for (int place : places) {
      RepositoryFacts facts = items.get(place).value();
      for (NamingPaper paper : facts.getPapers()) {
        namings.add(new Naming(place, facts, paper));
        if (namings.size() == PAPERS_AT_ONCE) {
          add(namings, verdicts);
          namings.clear();
        }
      }
    }
    add(namings, verdicts);
  }

  /** A paper that names a repository, in the words of an item. */
  private record Naming(int place, RepositoryFacts facts, NamingPaper paper) {

    String paperKey() {
      return paper.getPaperKey();
    }
  }

  private void add(List<Naming> namings, Verdicts verdicts) throws InterruptedException {
    switch (lookup.of(namings.stream().map(Naming::paperKey).distinct().toList())) {
      case PaperLookup.Papers.Known known -> {
        Map<String, Pending> byPaper = new LinkedHashMap<>();
        for (Naming naming : namings) {
          PaperDocument fact =
              PaperDocument.of(
                  known.of(naming.paperKey()), List.of(Facts.of(naming.facts(), naming.paper())));
          byPaper.merge(fact.id(), Pending.create(fact, naming.place()), Pending::with);
        }
        papers.amend(List.copyOf(byPaper.values()), verdicts, true);
      }
      case PaperLookup.Papers.Unknown(Failure failure) ->
          verdicts.failed(namings.stream().map(Naming::place).distinct().toList(), failure);
    }
  }

  /** Whether the cluster answers and the indices are fit for writing. */
  @Override
  public Optional<Failure> check() {
    return papersLayout.check(FOR_A_CHECK);
  }
}
