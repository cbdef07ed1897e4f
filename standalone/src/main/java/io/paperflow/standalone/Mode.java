package io.paperflow.standalone;

/** What the services are started for. */
enum Mode {
  /** For given documents, and no longer. */
  ONCE,
  /** For given documents first, and then for whoever looks at them. */
  DOCUMENTS,
  /** For the sources, as they bring papers. */
  LIVE;

  /** Whether sources are read on schedule, and forges asked. */
  boolean live() {
    return this == LIVE;
  }

  /** Whether there is time for what papers do not wait for, such as their vectors. */
  boolean lasting() {
    return this != ONCE;
  }
}
