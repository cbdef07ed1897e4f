package io.paperflow.testkit.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Chance, the same for the same seed. */
final class Dice {

  private final SplittableRandom random;

  Dice(long seed) {
    this(new SplittableRandom(seed));
  }

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /** Others, so that what is invented with them does not change what comes later. */
  Dice split() {
    return new Dice(random.split());
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A number from the first to the last, both included. */
  int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  Duration between(Duration shortest, Duration longest) {
    return Duration.ofSeconds(random.nextLong(shortest.toSeconds(), longest.toSeconds() + 1));
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  <T> Optional<T> maybe(double probability, Supplier<T> value) {
    return chance(probability) ? Optional.of(value.get()) : Optional.empty();
  }

  /** So many characters of the alphabet. */
  String letters(String alphabet, int count) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return letters.toString();
  }
}
