package io.paperflow.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.elastic.ElasticsearchConnection;
import io.paperflow.elastic.ElasticsearchSettings;
import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.indexer.index.Stored.Found;
import io.paperflow.indexer.index.Stored.Missing;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.FailureCategory;
import io.paperflow.pipeline.Sink;
import io.paperflow.pipeline.Verdict;
import io.paperflow.schemas.AppearanceCause;
import io.paperflow.schemas.AvroCodec;
import io.paperflow.schemas.CodeAppeared;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.Link;
import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import io.paperflow.schemas.NamingPaper;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.RepositoryFacts;
import io.paperflow.testkit.RealElasticsearch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Facts and papers meet in a real Elasticsearch, whichever comes first. */
@ExtendWith(RealElasticsearch.class)
class FactsSinkTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(3600);

  private static final AvroCodec<RepositoryFacts> CODEC = AvroCodec.of(RepositoryFacts.class);

  private final ElasticsearchConnection connection;
  private final List<CodeAppeared> appeared = new ArrayList<>();
  private Optional<Failure> untold = Optional.empty();
  private final BulkSink papers;
  private final FactsSink facts;

  FactsSinkTest(EmbeddedElasticsearch elasticsearch) {
    connection =
        new ElasticsearchConnection(
            new ElasticsearchSettings(
                List.of(elasticsearch.uri().toString()), null, null, null, "10s", "60s"));
    IndexLayout layout = IndexLayout.papers(connection.http());
    InstantSource clock = InstantSource.fixed(NOON);
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    IndexLayout identities = IndexLayout.identities(connection.http());
    papers = new BulkSink(connection.http(), layout, identities, this::tell, clock, metrics);
    facts =
        new FactsSink(
            connection.http(),
            layout,
            identities,
            IndexLayout.repositories(connection.http()),
            this::tell,
            clock,
            metrics);
  }

  @AfterEach
  void close() {
    connection.close();
  }

  private Optional<Failure> tell(List<CodeAppeared> events) {
    if (untold.isEmpty()) {
      appeared.addAll(events);
    }
    return untold;
  }

  private static String url(String name) {
    return "https://github.com/Facts/" + name;
  }

  private static Delivery<EnrichedPaper> paper(String id, LinkState state, String... names) {
    List<Link> links =
        Stream.of(names)
            .map(
                name ->
                    Link.newBuilder()
                        .setUrl(url(name))
                        .setKind(LinkKind.CODE_REPO)
                        .setRole(LinkRole.OWN)
                        .setState(state)
                        .setConfidence(0.9)
                        .setEvidence(List.of())
                        .build())
            .toList();
    Delivery<EnrichedPaper> said = Papers.said("arxiv", id, Papers.TIME);
    EnrichedPaper paper = EnrichedPaper.newBuilder(said.value()).setLinks(links).build();
    return new Delivery<>(said.key(), paper, said.bytes(), said.timestamp(), Map.of());
  }

  private static Delivery<RepositoryFacts> facts(
      String name, Instant at, boolean found, int stars, String... ids) {
    RepositoryFacts facts =
        RepositoryFacts.newBuilder()
            .setUrl(url(name))
            .setFound(found)
            .setCheckedAt(at)
            .setStars(stars)
            .setLanguage("Java")
            .setPapers(Stream.of(ids).map(FactsSinkTest::naming).toList())
            .build();
    return new Delivery<>(
        "github.com/facts/" + name.toLowerCase(Locale.ROOT),
        facts,
        CODEC.encode(facts).length,
        at,
        Map.of());
  }

  /** Papers whose ids end so are named by the repository. */
  private static NamingPaper naming(String id) {
    NamingPaper.Builder paper = NamingPaper.newBuilder().setPaperKey(id);
    return id.endsWith("!")
        ? paper.setVerifiedBy("readme").setProof("the words").build()
        : paper.build();
  }

  private static <T> void write(Sink<T> sink, Delivery<T> item) throws InterruptedException {
    assertEquals(List.of(Verdict.done()), sink.write(List.of(item)));
  }

  private PaperDocument stored(String id) throws InterruptedException {
    return ((Found) new StoredDocuments(connection.http()).get(List.of(id)).getFirst()).document();
  }

  private Optional<Integer> stars(String id) throws InterruptedException {
    PaperDocument document = stored(id);
    return document
        .repositories(document.content())
        .getFirst()
        .fact()
        .flatMap(fact -> fact.stars());
  }

  private boolean hasCode(String id) throws InterruptedException {
    PaperDocument document = stored(id);
    return PaperDocument.hasCode(document.repositories(document.content()));
  }

  @Test
  void factsReachThePaperWhicheverComesFirst() throws Exception {
    write(papers, paper("first!", LinkState.AVAILABLE, "Same"));
    write(facts, facts("Same", NOON, true, 5, "first!", "second!"));
    write(papers, paper("second!", LinkState.AVAILABLE, "Same"));
    assertEquals(Optional.of(5), stars("first!"));
    PaperDocument first = stored("first!");
    PaperDocument second = stored("second!");
    assertEquals(first.facts(), second.facts());
    assertEquals(Optional.of("readme"), first.facts().getFirst().verifiedBy());
    assertEquals(Optional.of("the words"), second.facts().getFirst().proof());
  }

  @Test
  void aPaperThatTheRepositoryDoesNotNameHasTheFactsToo() throws Exception {
    write(facts, facts("Lib", NOON, true, 9, "other-paper!"));
    write(papers, paper("user-of-lib", LinkState.AVAILABLE, "Lib"));
    assertEquals(Optional.of(9), stars("user-of-lib"));
    assertEquals(Optional.empty(), stored("user-of-lib").facts().getFirst().verifiedBy());
  }

  @Test
  void factsOfPapersNobodyHasToldOfAreKeptForThem() throws Exception {
    write(facts, facts("Early", NOON, true, 1, "not-there-yet"));
    assertEquals(
        new Missing(),
        new StoredDocuments(connection.http()).get(List.of("not-there-yet")).getFirst());
    write(papers, paper("not-there-yet", LinkState.AVAILABLE, "Early"));
    assertEquals(Optional.of(1), stars("not-there-yet"));
  }

  @Test
  void newerFactsReplaceOlderOnesInAnyOrder() throws Exception {
    write(papers, paper("ordered", LinkState.AVAILABLE, "Ordered"));
    write(facts, facts("Ordered", LATER, true, 20, "ordered"));
    write(facts, facts("Ordered", NOON, true, 10, "ordered"));
    assertEquals(Optional.of(20), stars("ordered"));
    write(papers, paper("ordered-2", LinkState.AVAILABLE, "Ordered"));
    assertEquals(Optional.of(20), stars("ordered-2"));
  }

  @Test
  void factsToldAgainForOneMorePaperReachIt() throws Exception {
    write(papers, paper("again-a", LinkState.AVAILABLE, "Again"));
    write(facts, facts("Again", NOON, true, 3, "again-a"));
    write(facts, facts("Again", NOON, true, 3, "again-a", "again-b!"));
    write(papers, paper("again-b!", LinkState.AVAILABLE, "Again"));
    assertEquals(Optional.of("readme"), stored("again-b!").facts().getFirst().verifiedBy());
  }

  @Test
  void aBatchOfFactsChangesEachPaperOnce() throws Exception {
    write(papers, paper("both", LinkState.AVAILABLE, "One", "Two"));
    var batch = List.of(facts("One", NOON, true, 1, "both"), facts("Two", NOON, true, 2, "both"));
    assertEquals(List.of(Verdict.done(), Verdict.done()), facts.write(batch));
    assertEquals(2, stored("both").facts().size());
  }

  @Test
  void aKeptPromiseIsToldOnceBeforeItIsWritten() throws Exception {
    write(papers, paper("promised", LinkState.PROMISED, "Promised"));
    write(facts, facts("Promised", NOON, false, 0, "promised"));
    assertFalse(hasCode("promised"));
    untold = Optional.of(Failure.transientFailure("kafka-down", "no answer"));
    Verdict verdict =
        facts.write(List.of(facts("Promised", LATER, true, 1, "promised"))).getFirst();
    assertEquals(Verdict.failed(untold.get()), verdict);
    assertFalse(hasCode("promised"), "not written before it is told");
    untold = Optional.empty();
    write(facts, facts("Promised", LATER, true, 1, "promised"));
    assertTrue(hasCode("promised"));
    write(facts, facts("Promised", LATER.plusSeconds(1), true, 2, "promised"));
    assertEquals(
        List.of(AppearanceCause.PROMISE_KEPT),
        appeared.stream().map(CodeAppeared::getCause).toList());
    assertEquals("promised", appeared.getFirst().getPaperKey());
  }

  @Test
  void aPaperThatComesWithCodeIsNoNewsAndOneThatGetsItIs() throws Exception {
    write(papers, paper("with-code", LinkState.AVAILABLE, "WithCode"));
    assertEquals(List.of(), appeared);
    write(papers, paper("gets-code", LinkState.AVAILABLE));
    Delivery<EnrichedPaper> daily = byDaily(paper("gets-code", LinkState.AVAILABLE, "GetsCode"));
    write(papers, daily);
    write(papers, daily);
    assertEquals(
        List.of(AppearanceCause.STATEMENT), appeared.stream().map(CodeAppeared::getCause).toList());
    assertEquals(url("GetsCode"), appeared.getFirst().getRepository());
  }

  @Test
  void moreThanAThousandPapersOfOneRepositoryAllHaveItsFacts() throws Exception {
    String[] ids = IntStream.range(0, 1_200).mapToObj(i -> "many-" + i).toArray(String[]::new);
    List<Delivery<EnrichedPaper>> all =
        Stream.of(ids).map(id -> paper(id, LinkState.AVAILABLE, "Many")).toList();
    assertEquals(Set.of(Verdict.done()), Set.copyOf(papers.write(all)));
    write(facts, facts("Many", NOON, true, 77, ids));
    for (String id : List.of("many-0", "many-499", "many-500", "many-999", "many-1199")) {
      assertEquals(Optional.of(77), stars(id), id);
    }
  }

  @Test
  void papersAndFactsThatAreWrittenAtTheSameMomentMeet() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 5; round++) {
      String prefix = "met-" + round + "-";
      List<String> ids = IntStream.range(0, 40).mapToObj(i -> prefix + i).toList();
      List<Callable<Boolean>> writers = new ArrayList<>();
      for (int replica = 0; replica < 2; replica++) {
        List<Delivery<EnrichedPaper>> said = new ArrayList<>();
        List<Delivery<RepositoryFacts>> known = new ArrayList<>();
        for (String id : ids) {
          said.add(paper(id, LinkState.AVAILABLE, id));
          known.add(facts(id, NOON, true, 7, id));
        }
        Collections.shuffle(said, random);
        Collections.shuffle(known, random);
        writers.add(() -> writeAll(papers, said));
        writers.add(() -> writeAll(facts, known));
      }
      try (ExecutorService executor = Executors.newFixedThreadPool(writers.size())) {
        for (Future<Boolean> writer : executor.invokeAll(writers)) {
          writer.get();
        }
      }
      for (String id : ids) {
        assertEquals(Optional.of(7), stars(id), id);
      }
    }
  }

  /** As the loop does: what fails for now comes again. */
  private static <T> boolean writeAll(Sink<T> sink, List<Delivery<T>> items) throws Exception {
    for (int from = 0; from < items.size(); from += 4) {
      List<Delivery<T>> left = items.subList(from, from + 4);
      while (!left.isEmpty()) {
        List<Verdict> verdicts = sink.write(left);
        List<Delivery<T>> again = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
          if (verdicts.get(i) instanceof Verdict.Failed(Failure failure)) {
            assertEquals(FailureCategory.TRANSIENT, failure.category(), failure::toString);
            again.add(left.get(i));
          }
        }
        left = again;
      }
    }
    return true;
  }

  /** What makes it code was known before the paper said so. */
  @Test
  void aPaperThatPromisesWhatIsThereAlreadyIsTold() throws Exception {
    write(facts, facts("There", NOON, true, 4, "somebody-elses"));
    write(papers, paper("late", LinkState.AVAILABLE));
    write(papers, byDaily(paper("late", LinkState.PROMISED, "There")));
    assertTrue(hasCode("late"));
    assertEquals(List.of("late"), appeared.stream().map(CodeAppeared::getPaperKey).toList());
  }

  @Test
  void factsOfAPaperThatTurnsOutToBeAnotherFollowIt() throws Exception {
    Delivery<EnrichedPaper> arxiv = paper("arxiv:turned-out", LinkState.AVAILABLE);
    PaperRecord withDoi =
        PaperRecord.newBuilder(arxiv.value().getPaper()).setDoi("10.1/facts!").build();
    write(papers, paper("doi:10.1/facts!", LinkState.AVAILABLE, "Joined"));
    write(facts, facts("Joined", NOON, true, 6, "doi:10.1/facts!"));
    write(
        papers,
        new Delivery<>(
            arxiv.key(),
            EnrichedPaper.newBuilder(arxiv.value()).setPaper(withDoi).build(),
            1,
            NOON,
            Map.of()));
    assertEquals(Optional.of(6), stars("arxiv:turned-out"));
    write(facts, facts("Joined", LATER, true, 7, "doi:10.1/facts!"));
    assertEquals(Optional.of(7), stars("arxiv:turned-out"));
    assertEquals(Optional.of("readme"), stored("arxiv:turned-out").facts().getFirst().verifiedBy());
  }

  private static Delivery<EnrichedPaper> byDaily(Delivery<EnrichedPaper> said) {
    PaperRecord paper =
        PaperRecord.newBuilder(said.value().getPaper())
            .setSource("huggingface-daily-papers")
            .build();
    EnrichedPaper enriched = EnrichedPaper.newBuilder(said.value()).setPaper(paper).build();
    return new Delivery<>(said.key() + "2", enriched, 1, NOON, Map.of());
  }
}
