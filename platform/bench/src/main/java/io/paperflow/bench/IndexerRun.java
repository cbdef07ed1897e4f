package io.paperflow.bench;

import io.paperflow.bench.load.Indices;
import io.paperflow.indexer.index.IndexLayout;
import io.paperflow.testkit.ScriptedElasticsearch;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** One run of the indexer over the whole topic into a fresh index, watched from outside. */
final class IndexerRun {

  private static final String INDEX = IndexLayout.FIRST_INDEX;
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final double GIVE_UP_SECONDS = 120;
  private static final double OUTAGE_AFTER = 0.3;

  private final Workplace workplace;
  private final Servers servers;
  private final EnrichedTopic topic;
  private final int papers;

  IndexerRun(Workplace workplace, Servers servers, EnrichedTopic topic, int papers) {
    this.workplace = workplace;
    this.servers = servers;
    this.topic = topic;
    this.papers = papers;
  }

  /**
   * What a run measured.
   *
   * @param papersPerSecond from the first document written to the last one searchable
   * @param papersPerSecondWithoutOutage the same, less the time of the outage
   * @param arrived documents searchable in the end
   * @param writes documents written, repetitions included
   * @param secondsToFullRate from the end of the outage, if there was one, until documents are
   *     written at nine tenths of the rate before it again
   */
  record Measured(
      Outage outage,
      double papersPerSecond,
      double papersPerSecondWithoutOutage,
      double startSeconds,
      ProcessUse indexer,
      long arrived,
      long writes,
      double secondsToFullRate) {}

  Measured run(Outage outage) throws IOException, InterruptedException {
    Indices indices = servers.indices();
    indices.delete(INDEX);
    indices.delete(IndexLayout.FIRST_IDENTITIES);
    topic.rewind();
    servers.awaitQuiet();
    workplace.console().say("indexing %d papers: %s".formatted(papers, outage.title()));
    try (ScriptedElasticsearch scripted =
        ScriptedElasticsearch.inFrontOf(servers.elasticsearch().uri())) {
      outage.prepare(scripted);
      URI elasticsearch = outage.isScripted() ? scripted.uri() : servers.elasticsearch().uri();
      double started = now();
      try (ServiceProcess indexer =
          ServiceProcess.indexer(
              servers.kafka().bootstrapServers(),
              elasticsearch,
              servers.folder().resolve("logs/indexer-" + outage + ".log"))) {
        Curve curve = new Curve();
        double firstWritten = follow(indices, curve, 1);
        follow(indices, curve, (long) (papers * OUTAGE_AFTER));
        double begun = now();
        outage.happen(servers, scripted);
        double over = now();
        follow(indices, curve, papers);
        ProcessUse use = indexer.use();
        indices.refresh(INDEX);
        double end = now();
        double rateBefore = curve.rateUntil(begun);
        double seconds = end - firstWritten;
        return new Measured(
            outage,
            papers / seconds,
            papers / (seconds - (over - begun)),
            firstWritten - started,
            use,
            indices.count(INDEX),
            indices.writes(INDEX),
            curve.secondsToRate(over, rateBefore));
      }
    }
  }

  /** Notes how many documents are written until there are enough; returns when that was. */
  private double follow(Indices indices, Curve curve, long enough)
      throws IOException, InterruptedException {
    double moved = now();
    long before = -1;
    while (before < enough) {
      Thread.sleep(LOOK);
      long written = indices.writes(INDEX);
      curve.add(now(), written);
      if (written > before) {
        moved = now();
      } else if (now() - moved > GIVE_UP_SECONDS) {
        throw new IOException(
            "nothing was written for %.0f s after %d of %d documents"
                .formatted(GIVE_UP_SECONDS, written, papers));
      }
      before = written;
      workplace.console().show(written + " of " + papers + " documents are written");
    }
    return curve.last().seconds();
  }

  private static double now() {
    return System.nanoTime() / 1e9;
  }
}
