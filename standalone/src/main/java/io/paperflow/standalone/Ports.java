package io.paperflow.standalone;

import io.paperflow.embedded.child.LocalPort;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The ports of an instance, all free when they were looked at.
 *
 * @param http page and API
 * @param elasticsearch of the embedded one
 * @param kafka of the embedded one
 */
record Ports(int http, int elasticsearch, int kafka) {

  private static final int HIGHEST = 65_535;

  /** Chooses a free port for each 0, and refuses what is no port or is taken. */
  static Ports of(int http, int elasticsearch, int kafka, Given given, RandomGenerator random)
      throws Refusal {
    Set<Integer> used = new HashSet<>();
    return new Ports(
        port("--http-port", http, used, random),
        given.elasticsearch().isPresent()
            ? 0
            : port("--elasticsearch-port", elasticsearch, used, random),
        given.kafka().isPresent() ? 0 : port("--kafka-port", kafka, used, random));
  }

  private static int port(String option, int wanted, Set<Integer> used, RandomGenerator random)
      throws Refusal {
    if (wanted < 0 || wanted > HIGHEST) {
      throw Refusal.before(option + " " + wanted + " is not between 0 and " + HIGHEST);
    }
    int port = wanted;
    while (port == 0 || (wanted == 0 && used.contains(port))) {
      port = free(random);
    }
    if (!used.add(port)) {
      throw Refusal.before("port " + port + " is named twice: choose another with " + option);
    }
    if (LocalPort.problem(port).isPresent()) {
      throw Refusal.before(
          "port " + port + " is taken: stop what uses it or choose another with " + option);
    }
    return port;
  }

  private static int free(RandomGenerator random) throws Refusal {
    try {
      return LocalPort.free(random);
    } catch (IOException e) {
      throw Refusal.before(String.valueOf(e.getMessage()));
    }
  }
}
