package io.paperflow.formats;

/** Finds where the records of a text format begin. */
interface RecordStarts {

  /**
   * Positions at which records begin, in their order, found in the first bytes of an array that may
   * end anywhere.
   *
   * @param mayBeginWithin whether the bytes may begin within a record
   */
  int[] in(byte[] bytes, int length, boolean mayBeginWithin);
}
