package io.paperflow.enricher.links;

/** What a reader repairs in an address. Each repair leaves some doubt. */
enum Mend {
  /** No scheme: {@code github.com/a/b}. */
  SCHEME(0.97),
  /** A blank or a line break inside: {@code https://github. com/a/b}. */
  SPLIT(0.9),
  /** Blanks around the slashes: {@code github.com / a / b}. */
  SPACED(0.7),
  /** A hyphen at a line's end, which may belong to the name or not. */
  HYPHEN(0.6),
  /** A typing error: {@code https:/github.com}, {@code github/a/b}. */
  TYPO(0.85),
  /** Words run on: {@code https://github.com/a/b.We show}. */
  GLUED(0.9);

  private final double certainty;

  Mend(double certainty) {
    this.certainty = certainty;
  }

  /** Factor on the confidence, 0 to 1. */
  double certainty() {
    return certainty;
  }
}
