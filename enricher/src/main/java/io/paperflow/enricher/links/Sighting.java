package io.paperflow.enricher.links;

import java.util.Optional;
import java.util.Set;

/**
 * An address in a text.
 *
 * @param start index of its first character
 * @param end one past its last
 * @param form how it is written
 * @param host in lower case, with a port where one is written
 * @param mends what had to be repaired
 * @param target where it leads, empty when it names nothing
 */
record Sighting(
    int start, int end, Form form, String host, Set<Mend> mends, Optional<Target> target) {

  /** How an address is written. */
  enum Form {
    /** With a scheme. */
    URL("url", 0.98),
    /** Without a scheme. */
    HOST("host", 0.98),
    /** A name with a dot that the text calls an address. */
    SITE("site", 0.8),
    /** {@code owner/name} beside a forge's name. */
    OWNER_NAME("owner-name", 0.75);

    private final String rule;
    private final double certainty;

    Form(String rule, double certainty) {
      this.rule = rule;
      this.certainty = certainty;
    }

    String rule() {
      return rule;
    }

    double certainty() {
      return certainty;
    }
  }

  /** The name of the rule that found it: its form, then what was repaired. */
  String rule() {
    StringBuilder rule = new StringBuilder(form.rule());
    mends.stream().sorted().forEach(mend -> rule.append('+').append(Domains.lower(mend.name())));
    return rule.toString();
  }

  /** From 0 to 1: how sure the address is to be meant as it is read. */
  double confidence() {
    double confidence = form.certainty();
    for (Mend mend : mends) {
      confidence *= mend.certainty();
    }
    return confidence;
  }
}
