package io.paperflow.standalone;

import io.paperflow.schemas.Topics;

/** The steps between a published document and a searchable paper, in their order. */
enum Stage {
  PARSE("parser", Topics.RAW, "documents to parse"),
  ENRICH("enricher", Topics.PARSED, "papers to enrich"),
  INDEX("indexer", Topics.ENRICHED, "papers to index");

  private final String group;
  private final String topic;
  private final String waiting;

  Stage(String group, String topic, String waiting) {
    this.group = group;
    this.topic = topic;
    this.waiting = waiting;
  }

  /** The consumer group. */
  String group() {
    return group;
  }

  /** The topic it reads. */
  String topic() {
    return topic;
  }

  /** What waits before it, for people. */
  String waiting() {
    return waiting;
  }
}
