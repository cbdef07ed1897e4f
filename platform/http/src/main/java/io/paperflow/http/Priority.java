package io.paperflow.http;

/** Who goes first among those that wait for the same host; within one, in order of arrival. */
public enum Priority {
  /** What somebody waits for: new papers, facts of a repository that is not known yet. */
  LIVE,
  /** What is known and may have changed. */
  REFRESH,
  /** History and audits, which may take their time. */
  BACKFILL
}
