package io.paperflow.indexer.fusion;

/** How far a link's evidence is to be trusted, the most trusted first. */
enum Trust {
  /** Set on the source in a field of its own. */
  DECLARED,
  /** The author's comment on arXiv. */
  COMMENT,
  /** Title or abstract. */
  TEXT,
  /** The paper's own page, which offers one repository. */
  PAGE,
  /** Declared on the source, but matched by a program. */
  AUTOMATIC,
  /** Without evidence. */
  UNFOUNDED;

  static Trust of(Evidence evidence) {
    if (evidence.rule().endsWith("auto")) {
      return AUTOMATIC;
    }
    return switch (evidence.field()) {
      case "comments" -> COMMENT;
      case "abstract", "title" -> TEXT;
      case "page" -> PAGE;
      default -> DECLARED;
    };
  }
}
