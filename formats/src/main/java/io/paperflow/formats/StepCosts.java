package io.paperflow.formats;

/**
 * Costs of what may follow what in a layout: 0 is usual, 10 next to impossible.
 *
 * @param titleMore a title goes on
 * @param proseFirst an abstract begins after its title
 * @param titleAfterTitle a paper begins after one without abstract
 * @param proseMore an abstract goes on
 * @param titleFirst a paper begins after an abstract
 */
record StepCosts(
    double titleMore,
    double proseFirst,
    double titleAfterTitle,
    double proseMore,
    double titleFirst) {

  private static final StepCosts PARAGRAPHS = new StepCosts(12, 0, 6, 3, 0);
  private static final StepCosts LINES = new StepCosts(4, 0, 6, 1.5, 0);
  private static final StepCosts LINES_AFTER_BLANK = new StepCosts(12, 3, 7, 4, 0);

  static StepCosts of(Layout layout, boolean afterBlank) {
    return switch (layout) {
      case PARAGRAPHS -> PARAGRAPHS;
      case ALTERNATING -> afterBlank ? LINES_AFTER_BLANK : LINES;
    };
  }
}
