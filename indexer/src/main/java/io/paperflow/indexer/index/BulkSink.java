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
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Sink;
import io.paperflow.pipeline.Verdict;
import io.paperflow.schemas.EnrichedPaper;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final PaperWrites papers;
  private final KnownFacts facts;
  private final DocumentCounts counts;

  /** A sink into the cluster behind the given connection. */
  public BulkSink(
      ElasticsearchHttp http,
      IndexLayout layout,
      Appearances appearances,
      InstantSource clock,
      MeterRegistry registry) {
    this.http = http;
    this.layout = layout;
    this.papers = new PaperWrites(http, layout, appearances, clock);
    this.facts = new KnownFacts(http);
    this.counts = new DocumentCounts(registry);
  }

  @Override
  public List<Verdict> write(List<Delivery<EnrichedPaper>> items) throws InterruptedException {
    Verdicts verdicts = new Verdicts(items.size(), counts);
    List<Pending> pending = documents(items);
    Optional<Failure> unfit = layout.ensureOnce(PaperWrites.FOR_AN_INDEX);
    if (unfit.isPresent()) {
      // An index of another mapping would refuse good documents one by one.
      pending.forEach(document -> verdicts.failed(document, unfit.get()));
      return verdicts.all();
    }
    Set<String> created = papers.create(pending, verdicts);
    addFacts(pending, created, verdicts);
    return verdicts.all();
  }

  /** One document for each paper of the batch, to be created. */
  private static List<Pending> documents(List<Delivery<EnrichedPaper>> items) {
    Map<String, Pending> byId = LinkedHashMap.newLinkedHashMap(items.size());
    for (int place = 0; place < items.size(); place++) {
      EnrichedPaper paper = items.get(place).value();
      PaperDocument document =
          PaperDocument.of(paper.getPaper().getPaperKey(), Statements.of(paper));
      byId.merge(document.id(), Pending.create(document, place), Pending::with);
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
            .filter(known::containsKey)
            .flatMap(
                address ->
                    Optional.ofNullable(known.get(address)).stream()
                        .map(entry -> entry.of(written.id())))
            .toList();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Pending(PaperDocument.of(written.id(), own), new Guard.Absent(), written.places()));
  }

  /** Makes what was written visible to searches, which Elasticsearch alone does less often. */
  @Override
  public void caughtUp() throws InterruptedException {
    try {
      Answer answer = http.send(new Request("POST", "/" + IndexNames.PAPERS + "/_refresh"));
      if (answer.status() != 200) {
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
