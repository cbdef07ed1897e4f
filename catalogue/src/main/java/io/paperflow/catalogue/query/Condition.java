package io.paperflow.catalogue.query;

import java.time.LocalDate;

/** What a paper must be like, whatever words are searched for. */
public sealed interface Condition {

  /**
   * Words in one field of the paper.
   *
   * @param phrase whether they stand side by side, in this order
   */
  record Contains(Text field, String words, boolean phrase) implements Condition {}

  /** A label of the paper, compared without case. */
  record Is(Label label, String value) implements Condition {}

  /** Something that belongs to the paper. */
  record Has(Thing thing) implements Condition {}

  /** When it was published, in UTC. */
  record Published(Span<LocalDate> days) implements Condition {}

  /** When it was on a daily list. */
  record Listed(Span<LocalDate> days) implements Condition {}

  /** How often somebody counted it. */
  record Counts(Count count, Span<Integer> span) implements Condition {}

  /** Fields with words. */
  enum Text {
    TITLE,
    ABSTRACT,
    /** The name of any of the authors. */
    AUTHOR,
    VENUE,
    KEYWORD
  }

  /** Fields with names of a kind. */
  enum Label {
    /** Of arXiv, such as cs.CL; cs stands for all that begin with "cs." too. */
    CATEGORY,
    /** One of those that name the paper. */
    SOURCE,
    /** Main programming language of its code. */
    LANGUAGE,
    /** Licence of its code. */
    LICENSE
  }

  /** What a paper may have. */
  enum Thing {
    CODE,
    /** A link to a model or a data set. */
    MODEL,
    DEMO,
    /** A link to a project page. */
    PAGE
  }

  /** What is counted. */
  enum Count {
    /** Stars of its code. */
    STARS,
    /** Votes as a daily paper. */
    VOTES
  }
}
