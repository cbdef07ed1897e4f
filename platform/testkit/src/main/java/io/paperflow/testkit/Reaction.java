package io.paperflow.testkit;

import java.util.Map;

/** What a {@link ScriptedElasticsearch} does with a request. */
public sealed interface Reaction {

  /** Passes it on, and the answer back. */
  record Forward() implements Reaction {}

  /**
   * Refuses some operations of a bulk, which never reach Elasticsearch, and passes on the others.
   *
   * @param faults by the operation's place in the bulk, from 0
   */
  record RefuseItems(Map<Integer, Fault> faults) implements Reaction {
    public RefuseItems {
      faults = Map.copyOf(faults);
    }
  }

  /** Refuses it; nothing reaches Elasticsearch. */
  record Refuse(Fault fault) implements Reaction {}

  /** Keeps it without an answer, and without passing it on, until the script changes. */
  record Silence() implements Reaction {}

  /** Passes it on and keeps the answer back until the script changes. */
  record ForwardThenSilence() implements Reaction {}

  /** Passes it on and cuts the connection in the middle of the answer. */
  record ForwardThenCut() implements Reaction {}

  /** Cuts the connection without an answer; nothing reaches Elasticsearch. */
  record Cut() implements Reaction {}

  /** Answers with status 200 and something that is no answer to the request. */
  record Nonsense() implements Reaction {}
}
