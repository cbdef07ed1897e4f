package io.paperflow.indexer;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.paperflow.pipeline.SinkSpec;
import io.paperflow.service.SettingsCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * How much is written to Elasticsearch at once.
 *
 * @param batchRecords most records of a batch, 1 to 10,000
 * @param batchMegabytes most megabytes of a batch's records, 1 to 50
 * @param writers batches written at once, 1 to 8: a node is given ten connections
 */
@Requires(env = "indexer")
@ConfigurationProperties(IndexerSettings.PREFIX)
record IndexerSettings(int batchRecords, int batchMegabytes, int writers) implements SettingsCheck {

  static final String PREFIX = "paperflow.indexer";

  private static final int FACTS = 100;

  @Override
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    range(problems, "batch-records", batchRecords, 10_000);
    range(problems, "batch-megabytes", batchMegabytes, 50);
    range(problems, "writers", writers, 8);
    return problems;
  }

  SinkSpec.Limits limits() {
    return new SinkSpec.Limits(batchRecords, batchMegabytes << 20, writers);
  }

  /** A record of facts can change two thousand papers. */
  SinkSpec.Limits factsLimits() {
    return new SinkSpec.Limits(Math.min(batchRecords, FACTS), batchMegabytes << 20, 1);
  }

  private static void range(List<String> problems, String name, int value, int max) {
    if (value < 1 || value > max) {
      problems.add("%s.%s: %d is not between 1 and %d".formatted(PREFIX, name, value, max));
    }
  }
}
