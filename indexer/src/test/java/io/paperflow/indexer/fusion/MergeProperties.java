package io.paperflow.indexer.fusion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class MergeProperties {

  @Property
  void mergeIsCommutative(
      @ForAll("documents") PaperDocument a, @ForAll("documents") PaperDocument b) {
    assertEquals(a.merge(b), b.merge(a));
  }

  @Property
  void mergeIsAssociative(
      @ForAll("documents") PaperDocument a,
      @ForAll("documents") PaperDocument b,
      @ForAll("documents") PaperDocument c) {
    assertEquals(a.merge(b).merge(c), a.merge(b.merge(c)));
  }

  @Property
  void whatIsKnownAlreadyChangesNothing(
      @ForAll("documents") PaperDocument a, @ForAll("documents") PaperDocument b) {
    PaperDocument both = a.merge(b);
    assertEquals(both, both.merge(a));
    assertEquals(both, both.merge(b));
    assertEquals(both, both.merge(both));
  }

  @Property
  void everyOrderWithRepetitionsLeadsToOneDocument(
      @ForAll("shuffledWithRepetitions") Tuple2<List<Statement>, List<Statement>> orders) {
    assertEquals(SomePapers.merged(orders.get1()), SomePapers.merged(orders.get2()));
  }

  @Property
  void theSameReadAgainLaterChangesNothing(@ForAll("statements") List<Statement> statements) {
    PaperDocument document = SomePapers.merged(statements);
    List<Statement> again =
        statements.stream()
            .map(
                s ->
                    new Statement(
                        s.paperKey(),
                        s.source(),
                        s.part(),
                        s.sourceTime(),
                        s.content(),
                        new Reading(
                            Instant.parse("2026-12-01T00:00:00Z"),
                            "file:///again",
                            "ff",
                            s.reading().linkRules())))
            .toList();
    assertEquals(document, document.merge(SomePapers.merged(again)));
  }

  @Property
  void linksFusedTwiceAreAsFusedOnce(@ForAll("documents") PaperDocument document) {
    List<Link> links = document.content().links();
    assertEquals(links, LinkFusion.fuse(links));
  }

  @Provide
  Arbitrary<PaperDocument> documents() {
    return SomePapers.documents();
  }

  @Provide
  Arbitrary<List<Statement>> statements() {
    return SomePapers.statements();
  }

  @Provide
  Arbitrary<Tuple2<List<Statement>, List<Statement>>> shuffledWithRepetitions() {
    return SomePapers.statements()
        .flatMap(
            statements ->
                Arbitraries.of(statements)
                    .list()
                    .ofMaxSize(5)
                    .flatMap(
                        repeated -> {
                          List<Statement> more = new ArrayList<>(statements);
                          more.addAll(repeated);
                          return Arbitraries.shuffle(more);
                        })
                    .map(shuffled -> Tuple.of(statements, shuffled)));
  }
}
