package io.paperflow.schemas;

/**
 * Keys of paper messages: {@code paper key|source}, or {@code paper key|source|part} for one of
 * several statements of a source; partitioned by the paper key alone.
 */
public final class PaperKeys {

  private PaperKeys() {}

  /** The message key of a statement: a later one with the same key replaces it. */
  public static String messageKey(PaperRecord paper) {
    String key = paper.getPaperKey() + '|' + paper.getSource();
    return paper.getPart().isEmpty() ? key : key + '|' + paper.getPart();
  }
}
