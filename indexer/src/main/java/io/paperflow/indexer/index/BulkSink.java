package io.paperflow.indexer.index;

import static java.util.stream.Collectors.partitioningBy;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import io.micrometer.core.instrument.MeterRegistry;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.ElasticsearchHttp.Answer;
import io.paperflow.elastic.IndexNames;
import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.indexer.fusion.RepositoryFact;
import io.paperflow.indexer.fusion.Statements;
import io.paperflow.indexer.identity.Identity;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Sink;
import io.paperflow.pipeline.Verdict;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.PaperRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes papers to the index, and adds what forges have said of their repositories. A record may
 * come twice, late or together with others of its paper: the document ends the same, and is written
 * no more often than it changes. Thread-safe.
 */
public final class BulkSink implements Sink<EnrichedPaper> {

  private static final Logger log = LoggerFactory.getLogger(BulkSink.class);

  private static final Duration FOR_A_CHECK = Duration.ofSeconds(2);

  private final ElasticsearchHttp http;
  private final IndexLayout layout;
  private final IdentityIndex identities;
  private final PaperLookup lookup;
  private final PaperWrites papers;
  private final Settlement settlement;
  private final KnownFacts facts;
  private final DocumentCounts counts;
  private final SearchableTimes times;
  private final InstantSource clock;

  /**
   * A sink into the cluster behind the given connection.
   *
   * @param layout the index of papers
   * @param identities the index of the papers' names
   */
  public BulkSink(
      ElasticsearchHttp http,
      IndexLayout layout,
      IndexLayout identities,
      Appearances appearances,
      InstantSource clock,
      MeterRegistry registry) {
    this.http = http;
    this.layout = layout;
    this.identities = new IdentityIndex(http, identities);
    this.lookup = new PaperLookup(this.identities);
    this.papers = new PaperWrites(http, layout, appearances, clock);
    this.settlement = new Settlement(http, lookup, papers);
    this.facts = new KnownFacts(http);
    this.counts = new DocumentCounts(registry);
    this.times = new SearchableTimes(registry, clock);
    this.clock = clock;
  }

  @Override
  public List<Verdict> write(List<Delivery<EnrichedPaper>> items) throws InterruptedException {
    Verdicts verdicts = new Verdicts(items.size(), counts);
    Optional<Failure> unfit = layout.ensureOnce(PaperWrites.FOR_AN_INDEX);
    if (unfit.isEmpty()) {
      unfit = identities.ensure();
    }
    if (unfit.isPresent()) {
      // An index of another mapping would refuse good documents one by one.
      verdicts.failed(IntStream.range(0, items.size()).boxed().toList(), unfit.get());
      return verdicts.all();
    }
    ClaimedNames names = ClaimedNames.of(items);
    IdentityIndex.Outcome claimed = identities.add(names.byName().values());
    claimed.failures().forEach((name, failure) -> verdicts.failed(names.places(name), failure));
    switch (lookup.of(names.byKey().keySet(), claimed.known())) {
      case PaperLookup.Papers.Known papersByKey -> {
        List<Pending> written = documents(items, papersByKey, verdicts);
        Set<String> created = papers.create(written, verdicts);
        List<Pending> moved = settle(names, claimed.known(), papersByKey, verdicts);
        addFacts(Stream.concat(written.stream(), moved.stream()).toList(), created, verdicts);
      }
      case PaperLookup.Papers.Unknown(Failure failure) ->
          verdicts.failed(names.places(List.of(), names.byKey().keySet()), failure);
    }
    times.written(verdicts.written().stream().map(place -> said(items.get(place))).toList());
    return verdicts.all();
  }

  private static SearchableTimes.Said said(Delivery<EnrichedPaper> item) {
    PaperRecord paper = item.value().getPaper();
    return new SearchableTimes.Said(paper.getSource(), paper.getFetchedAt());
  }

  /**
   * Whoever gives a name to another paper writes the name first and moves what it leads to then;
   * whoever writes under a key asks again where it leads once it is written. One of the two sees
   * the other's write.
   */
  private List<Pending> settle(
      ClaimedNames names,
      Map<String, Identity> claimed,
      PaperLookup.Papers.Known writtenTo,
      Verdicts verdicts)
      throws InterruptedException {
    List<Identity> contested = ClaimedNames.contested(claimed.values());
    Set<String> candidates = new LinkedHashSet<>();
    contested.forEach(identity -> identity.contested().forEach(candidates::add));
    Set<String> strayed = new LinkedHashSet<>();
    switch (lookup.of(names.byKey().keySet())) {
      case PaperLookup.Papers.Known now ->
          now.byKey()
              .forEach(
                  (key, paper) -> {
                    if (!paper.equals(writtenTo.of(key))) {
                      strayed.add(key);
                      candidates.add(writtenTo.of(key));
                    }
                  });
      case PaperLookup.Papers.Unknown(Failure failure) ->
          verdicts.failed(names.places(List.of(), names.byKey().keySet()), failure);
    }
    return candidates.isEmpty()
        ? List.of()
        : settlement.settle(candidates, names.places(contested, strayed), verdicts);
  }

  /** One document for each paper of the batch, to be created. */
  private static List<Pending> documents(
      List<Delivery<EnrichedPaper>> items, PaperLookup.Papers.Known known, Verdicts verdicts) {
    Map<String, Pending> byId = LinkedHashMap.newLinkedHashMap(items.size());
    for (int place = 0; place < items.size(); place++) {
      if (verdicts.isDone(place)) {
        EnrichedPaper paper = items.get(place).value();
        PaperDocument document =
            PaperDocument.of(known.of(paper.getPaper().getPaperKey()), Statements.of(paper));
        byId.merge(document.id(), Pending.create(document, place), Pending::with);
      }
    }
    return List.copyOf(byId.values());
  }

  /**
   * Whoever writes facts writes them first and reads the papers then; here it is the other way
   * round, so that one of the two sees the other's write. That a paper which came just now has code
   * is no news.
   */
  private void addFacts(List<Pending> written, Set<String> created, Verdicts verdicts)
      throws InterruptedException {
    Map<Pending, List<String>> addresses = new LinkedHashMap<>();
    Set<String> all = new LinkedHashSet<>();
    for (Pending pending : written) {
      List<String> own = pending.document().addresses();
      if (!own.isEmpty() && pending.places().stream().allMatch(verdicts::isDone)) {
        addresses.put(pending, own);
        all.addAll(own);
      }
    }
    switch (facts.of(all)) {
      case KnownFacts.Read.Known(var known) -> {
        List<Pending> pending =
            addresses.entrySet().stream()
                .flatMap(entry -> withFacts(entry.getKey(), entry.getValue(), known).stream())
                .toList();
        Map<Boolean, List<Pending>> byNewness =
            pending.stream().collect(partitioningBy(one -> created.contains(one.id())));
        papers.amend(byNewness.getOrDefault(true, List.of()), verdicts, false);
        papers.amend(byNewness.getOrDefault(false, List.of()), verdicts, true);
      }
      case KnownFacts.Read.Unknown(Failure failure) ->
          addresses.keySet().forEach(pending -> verdicts.failed(pending, failure));
    }
  }

  private static Optional<Pending> withFacts(
      Pending written, List<String> addresses, Map<String, KnownFacts.Entry> known) {
    List<RepositoryFact> own =
        addresses.stream()
            .flatMap(address -> Optional.ofNullable(known.get(address)).stream())
            .flatMap(entry -> entry.of(written.document().paperKeys()))
            .toList();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Pending(PaperDocument.of(written.id(), own), new Guard.Absent(), written.places()));
  }

  /** Makes what was written visible to searches, which Elasticsearch alone does less often. */
  @Override
  public void caughtUp() throws InterruptedException {
    Instant since = clock.instant();
    try {
      Answer answer = http.send(new Request("POST", "/" + IndexNames.PAPERS + "/_refresh"));
      if (answer.status() == 200) {
        times.visible(since);
      } else {
        log.debug("not refreshed: status {}", answer.status());
      }
    } catch (IOException e) {
      log.debug("not refreshed", e);
    }
  }

  /** Whether the cluster answers and the index is fit for writing; makes it if there is none. */
  @Override
  public Optional<Failure> check() {
    return layout.check(FOR_A_CHECK);
  }
}
