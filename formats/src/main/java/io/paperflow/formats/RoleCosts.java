package io.paperflow.formats;

import io.paperflow.formats.LineShape.End;
import io.paperflow.formats.Segmentation.Role;

/**
 * What it costs to give lines their roles. The numbers are found by trial on thousands of real
 * titles and abstracts in many settings; what matters is their order, not their exact values.
 *
 * @param layout the document's layout
 * @param width characters at which the document's lines are broken, or 0 when they are not
 * @param marked whether votes or authors stand between the papers, so that what has no such mark is
 *     hardly a new paper
 */
record RoleCosts(Layout layout, int width, boolean marked) {

  private static final double IMPOSSIBLE = Double.POSITIVE_INFINITY;
  private static final double UNMARKED = 6;
  private static final double NO_ABSTRACT_AT_THE_END = 5;

  /** What a line's own shape says against the role. */
  double of(Role role, ProseLine line) {
    LineShape shape = line.shape();
    return switch (role) {
      case TITLE -> likeTitle(shape) + (shape.beginsLower() ? 3 : 0);
      case TITLE_MORE -> likeTitle(shape);
      case PROSE -> likeProse(shape) + (shape.beginsLower() ? 2 : 0) + tooShort(shape);
      case PROSE_MORE -> likeProse(shape);
    };
  }

  private static double likeTitle(LineShape shape) {
    double cost = Math.max(0, (shape.length() - 120) / 20.0);
    cost += shape.capitals() < 0.35 ? 2 : 0;
    cost += Math.min(12, 4 * shape.innerSentences());
    cost += shape.link() ? 6 : 0;
    return cost
        + switch (shape.end()) {
          case FULL_STOP -> 4;
          case QUESTION_OR_EXCLAMATION -> 0.5;
          case OTHER -> 0;
        };
  }

  private static double likeProse(LineShape shape) {
    boolean titleCase = shape.capitals() > 0.6 && shape.length() < 200;
    return titleCase && shape.end() != End.FULL_STOP ? 4 : 0;
  }

  private static double tooShort(LineShape shape) {
    return Math.max(0, (100 - shape.length()) / 25.0);
  }

  /** What the sequence says against it. */
  double ofStep(Role last, ProseLine before, Role role, ProseLine line) {
    StepCosts costs = StepCosts.of(layout, line.afterBlank());
    boolean block = layout == Layout.PARAGRAPHS || line.afterBlank();
    return switch (role) {
      case TITLE ->
          (marked ? UNMARKED : 0)
              + (last.isTitle()
                  ? costs.titleAfterTitle()
                  : costs.titleFirst() + unfinished(before, line));
      case TITLE_MORE ->
          last.isTitle() ? costs.titleMore() + (block ? 0 : titleBreak(before, line)) : IMPOSSIBLE;
      case PROSE -> last.isTitle() ? costs.proseFirst() : IMPOSSIBLE;
      case PROSE_MORE ->
          last.isTitle() ? IMPOSSIBLE : costs.proseMore() + (block ? 0 : proseBreak(before, line));
    };
  }

  /** What the end of the text says against it. */
  double ofEnd(Role last) {
    return last.isTitle() ? NO_ABSTRACT_AT_THE_END : 0;
  }

  private double unfinished(ProseLine before, ProseLine line) {
    double cost = isFull(before, line) ? 2 : 0;
    if (before.shape().end() == End.OTHER) {
      cost += before.shape().link() ? 0.5 : 3;
    }
    return cost;
  }

  /** A title is broken near the width of a page, or where the next word goes on. */
  private static double titleBreak(ProseLine before, ProseLine line) {
    if (line.line().isIndented()) {
      return -3;
    }
    double cost = before.shape().length() < 45 ? 2 : 0;
    if (before.shape().length() + 1 + line.shape().firstWord() >= 70) {
      cost -= 1.5;
    }
    if (before.shape().endsOpen()
        || line.shape().beginsWithFunctionWord()
        || line.shape().beginsLower()) {
      cost -= 2;
    }
    return cost;
  }

  private double proseBreak(ProseLine before, ProseLine line) {
    boolean open = before.shape().end() == End.OTHER;
    double cost = open ? (line.shape().beginsLower() ? -2.5 : -1.5) : 0;
    if (width > 0) {
      return cost + (isFull(before, line) ? 0 : 5);
    }
    boolean stray = before.shape().length() > 200 && line.shape().length() < 200;
    return cost + (stray && line.shape().end() != End.FULL_STOP ? 3 : 0);
  }

  /** Whether the next word would not have fitted into the line. */
  private boolean isFull(ProseLine before, ProseLine line) {
    return width > 0 && before.shape().length() + 1 + line.shape().firstWord() >= width - 1;
  }
}
