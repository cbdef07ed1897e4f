package io.paperflow.indexer.identity;

import io.paperflow.schemas.TitleKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Kinds of paper keys: the stronger the kind, the more it tells. */
public final class Names {

  /** From the weakest to the strongest; what begins otherwise, such as an arXiv id, is stronger. */
  private static final List<String> KINDS = List.of(TitleKey.PREFIX, "openreview:", "doi:");

  /** The strongest first; of one kind by their text. */
  static final Comparator<String> STRONGEST_FIRST =
      Comparator.comparingInt(Names::strength).reversed().thenComparing(Comparator.naturalOrder());

  private Names() {}

  /** The name under which others may claim what has this key; empty for the strongest keys. */
  public static Optional<String> of(String paperKey) {
    return switch (strength(paperKey)) {
      case 0 -> Optional.of(TitleKey.group(paperKey));
      case 1, 2 -> Optional.of(paperKey);
      default -> Optional.empty();
    };
  }

  static boolean isTitle(String paperKey) {
    return paperKey.startsWith(TitleKey.PREFIX);
  }

  static int strength(String paperKey) {
    for (int kind = 0; kind < KINDS.size(); kind++) {
      if (paperKey.startsWith(KINDS.get(kind))) {
        return kind;
      }
    }
    return KINDS.size();
  }
}
