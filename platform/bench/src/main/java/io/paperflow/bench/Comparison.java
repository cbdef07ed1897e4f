package io.paperflow.bench;

import io.paperflow.bench.load.DirectLoad;
import io.paperflow.bench.load.Documents;
import io.paperflow.bench.load.Indices;
import io.paperflow.indexer.index.IndexLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Ingests the same papers round by round, and loads the documents that came of them directly: the
 * one first in odd rounds, the other in even ones.
 */
final class Comparison {

  private static final int SAMPLES = 200;

  private final Workplace workplace;
  private final Servers servers;
  private final String name;
  private final int papers;
  private final Path source;
  private final Path documents;

  /**
   * A comparison; writes the papers' file.
   *
   * @param name unique among the comparisons on these servers
   */
  Comparison(Workplace workplace, Servers servers, String name, int papers) throws IOException {
    this.workplace = workplace;
    this.servers = servers;
    this.name = name;
    this.papers = papers;
    this.source = servers.folder().resolve(name + ".jsonl");
    this.documents = servers.folder().resolve(name + ".bulks");
    workplace.write(papers, source);
  }

  /**
   * What a round measured.
   *
   * @param ingested papers a second
   * @param replayed papers a second when the index holds them all already
   * @param direct documents a second
   * @param kafka what it used during the ingestion, and its peak until then
   */
  record Round(
      double ingested,
      double replayed,
      double direct,
      double ratio,
      Ingestion.Measured ingestion,
      ProcessUse kafka,
      ProcessUse elasticsearch,
      Percentiles searchableSeconds) {}

  /** The two throughputs, and what was seen of the ingestion. */
  Round run(int round) throws IOException, InterruptedException {
    boolean directFirst = round % 2 == 0;
    double direct = directFirst ? load() : 0;
    servers.awaitQuiet();
    ProcessUse kafkaBefore = use(servers.kafka().pid());
    ProcessUse elasticsearchBefore = use(servers.elasticsearch().pid());
    try (SearchableTimes times =
        SearchableTimes.start(servers.http(), workplace.clock(), sampled())) {
      workplace.console().say("round %d: ingesting %d papers".formatted(round, papers));
      Ingestion.Measured measured = ingest(round);
      ProcessUse kafka = use(servers.kafka().pid()).since(kafkaBefore);
      ProcessUse elasticsearch = use(servers.elasticsearch().pid()).since(elasticsearchBefore);
      Percentiles searchable = times.percentiles();
      workplace.console().say("round %d: the same papers again".formatted(round));
      double replayed = papers / replay(round).seconds();
      if (!directFirst) {
        direct = load();
      }
      double ingested = papers / measured.seconds();
      Round result =
          new Round(
              ingested,
              replayed,
              direct,
              ingested / direct,
              measured,
              kafka,
              elasticsearch,
              searchable);
      workplace
          .console()
          .say(
              "round %d: %.0f papers/s, again %.0f papers/s, direct %.0f documents/s, ratio %.2f"
                  .formatted(round, ingested, replayed, direct, result.ratio()));
      return result;
    }
  }

  private Ingestion.Measured ingest(int round) throws IOException, InterruptedException {
    return ingestion(Integer.toString(round)).run(address(round, ""), papers, Map.of(), _ -> {});
  }

  private Ingestion.Measured replay(int round) throws IOException, InterruptedException {
    return ingestion(round + "-again").again(address(round, "-again"), papers, Map.of(), _ -> {});
  }

  /** What was published before from one address is not published again. */
  private Path address(int round, String what) throws IOException {
    return Files.createLink(source.resolveSibling(name + "-" + round + what + ".jsonl"), source);
  }

  private Ingestion ingestion(String run) {
    Path data = servers.folder().resolve("services-" + name + "-" + run);
    return new Ingestion(new Launcher(Workplace.root(), servers), servers.indices(), data);
  }

  private double load() throws IOException, InterruptedException {
    Indices indices = servers.indices();
    if (!Files.exists(documents)) {
      workplace.console().say("reading the documents back");
      var _ = new Documents(indices).save(IndexLayout.FIRST_INDEX, documents);
    }
    indices.delete(IndexLayout.FIRST_INDEX);
    servers.awaitQuiet();
    workplace.console().say("loading the documents directly");
    return new DirectLoad(servers.http()).documentsPerSecond(documents);
  }

  private List<String> sampled() {
    int step = Math.max(1, papers / SAMPLES);
    return IntStream.iterate(0, number -> number < papers, number -> number + step)
        .mapToObj(number -> "arxiv:" + workplace.papers().paper(number).arxivId())
        .toList();
  }

  private static ProcessUse use(long pid) {
    return ProcessUse.of(pid).orElse(ProcessUse.NONE);
  }
}
