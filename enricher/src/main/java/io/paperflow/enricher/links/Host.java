package io.paperflow.enricher.links;

import java.util.EnumSet;
import java.util.Set;

/**
 * A host that was read.
 *
 * @param name in lower case
 * @param end one past it in the text
 * @param mends what had to be repaired
 */
record Host(String name, int end, Set<Mend> mends) {

  Host mended(String betterName, int betterEnd, Mend mend) {
    Set<Mend> all = EnumSet.of(mend);
    all.addAll(mends);
    return new Host(betterName, betterEnd, all);
  }
}
