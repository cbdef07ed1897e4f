package io.paperflow.schemas;

/** Keys of paper messages: {@code paper key|source}, partitioned by the paper key alone. */
public final class PaperKeys {

  private PaperKeys() {}

  /** The message key of what a source says about a paper. */
  public static String messageKey(String paperKey, String source) {
    return paperKey + '|' + source;
  }
}
