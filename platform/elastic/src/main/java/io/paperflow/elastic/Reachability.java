package io.paperflow.elastic;

/** Whether Elasticsearch answers. */
public sealed interface Reachability {

  /** It answers. */
  record Reachable() implements Reachability {}

  /**
   * It does not answer, or not as Elasticsearch does; that may pass.
   *
   * @param reason where and why, with the remedy
   */
  record Unreachable(String reason) implements Reachability {}

  /**
   * It answers, and refuses the credentials; a person must act.
   *
   * @param reason where and why, with the remedy
   */
  record Refused(String reason) implements Reachability {}
}
