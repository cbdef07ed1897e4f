package io.paperflow.formats;

import io.paperflow.formats.Segmentation.Role;
import io.paperflow.formats.Shape.End;

/**
 * What it costs to give passages their roles. The numbers are found by trial on thousands of real
 * titles and abstracts in many settings; what matters is their order, not their exact values.
 *
 * @param layout the document's layout
 * @param style how its lines are made
 * @param marked whether votes or authors stand between the papers, so that what has no such mark is
 *     hardly a new paper
 */
record RoleCosts(Layout layout, TextStyle style, boolean marked) {

  private static final double IMPOSSIBLE = Double.POSITIVE_INFINITY;
  private static final double UNMARKED = 6;
  private static final double NO_ABSTRACT_AT_THE_END = 3;

  /** What a passage's own shape says against the role. */
  double of(Role role, Passage passage) {
    Shape shape = passage.shape();
    return switch (role) {
      case TITLE -> likeTitle(shape) + (shape.beginsLower() ? 3 : 0);
      case TITLE_MORE -> likeTitle(shape);
      case PROSE -> likeProse(shape) + (shape.beginsLower() ? 2 : 0) + tooShort(shape);
      case PROSE_MORE -> likeProse(shape) + (isFragment(shape) && !shape.link() ? 2 : 0);
    };
  }

  private static double likeTitle(Shape shape) {
    double cost = Math.max(0, (shape.length() - 120) / 20.0);
    cost += shape.capitals() < 0.35 ? 2 : 0;
    cost += Math.min(12, 4 * shape.innerSentences());
    cost += shape.link() ? 6 : 0;
    cost += shape.beginsLikeProse() ? 2 : 0;
    return cost
        + switch (shape.end()) {
          case FULL_STOP -> 4;
          case QUESTION_OR_EXCLAMATION -> 0.5;
          case OTHER -> 0;
        };
  }

  private static double likeProse(Shape shape) {
    boolean titleCase = shape.capitals() > 0.6 && shape.length() < 200;
    return titleCase && shape.end() != End.FULL_STOP ? 4 : 0;
  }

  private double tooShort(Shape shape) {
    return Math.max(0, (100 - shape.length()) / 25.0) + (isFragment(shape) ? 3 : 0);
  }

  /** A short paragraph of prose, or abstract in one line, is at least a sentence. */
  private boolean isFragment(Shape shape) {
    boolean whole = layout == Layout.PARAGRAPHS || style.wholeAbstracts();
    return whole && shape.length() < 200 && shape.end() == End.OTHER;
  }

  /** What the sequence says against it. */
  double ofStep(Role last, Passage before, Role role, Passage passage) {
    StepCosts costs = StepCosts.of(layout, passage.afterBlank());
    boolean brokenLine = layout == Layout.ALTERNATING && !passage.afterBlank();
    return switch (role) {
      case TITLE ->
          (marked ? UNMARKED : 0)
              + (last.isTitle()
                  ? costs.titleAfterTitle()
                  : costs.titleFirst() + unfinished(before, passage));
      case TITLE_MORE ->
          last.isTitle()
              ? costs.titleMore() + (brokenLine ? titleBreak(last, before, passage) : 0)
              : IMPOSSIBLE;
      case PROSE ->
          last.isTitle()
              ? costs.proseFirst() + (brokenLine && isIndented(passage) ? 3 : 0)
              : IMPOSSIBLE;
      case PROSE_MORE ->
          last.isTitle()
              ? IMPOSSIBLE
              : costs.proseMore()
                  + tooLong(before, passage)
                  + (brokenLine ? proseBreak(before, passage) : 0);
    };
  }

  /** What the end of the text says against it. */
  double ofEnd(Role last) {
    return last.isTitle() ? NO_ABSTRACT_AT_THE_END : 0;
  }

  /** Few abstracts are longer. */
  private static double tooLong(Passage before, Passage passage) {
    int length = before.shape().length() + passage.shape().length();
    return Math.min(4, Math.max(0, (length - 1400) / 200.0));
  }

  private double unfinished(Passage before, Passage passage) {
    double cost = isNarrow(before) && isFull(before, passage) ? 2.5 : 0;
    if (before.shape().end() == End.OTHER) {
      cost += before.shape().link() ? 0.5 : 3;
    }
    return cost;
  }

  /** A title is broken near the width of a page, or where the next word goes on. */
  private double titleBreak(Role last, Passage before, Passage passage) {
    if (isIndented(passage)) {
      return -3;
    }
    int length = before.shape().length();
    boolean full = length + 1 + passage.shape().firstWord() >= 70;
    double cost = last == Role.TITLE_MORE ? 3 : 0;
    cost += length < 30 ? 1 : 0;
    cost -= full ? 1.5 : 0;
    if (!full || passage.shape().length() > 50) {
      cost += Math.max(0, (length + passage.shape().length() - 110) / 12.0);
    }
    if (before.shape().endsOpen()
        || passage.shape().beginsWithFunctionWord()
        || passage.shape().beginsLower()) {
      cost -= 2;
    }
    return cost;
  }

  private boolean isIndented(Passage passage) {
    return style.fewIndented() && passage.lines().getFirst().isIndented();
  }

  /** Prose is broken where the next word would not fit; or else after a sentence. */
  private double proseBreak(Passage before, Passage passage) {
    boolean open = before.shape().end() == End.OTHER;
    if (isNarrow(before)) {
      if (isFull(before, passage)) {
        return open ? -1.5 : -0.5;
      }
      return open ? 1 : 4;
    }
    double cost = open ? (passage.shape().beginsLower() ? -1.5 : -0.5) : 0;
    cost += style.wholeAbstracts() ? 3 : 0;
    boolean stray = before.shape().length() > 200 && passage.shape().length() < 200;
    return cost + (stray && passage.shape().end() != End.FULL_STOP ? 3 : 0);
  }

  /** Whether the line is one of those that are broken at the width. */
  private boolean isNarrow(Passage before) {
    return before.shape().length() <= style.width();
  }

  /** Whether the next word would not have fitted into the line. */
  private boolean isFull(Passage before, Passage passage) {
    return before.shape().length() + 1 + passage.shape().firstWord() >= style.width();
  }
}
