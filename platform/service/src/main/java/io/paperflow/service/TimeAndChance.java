package io.paperflow.service;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Time and randomness as beans, so that whatever depends on them can be given others. */
@Factory
final class TimeAndChance {

  /** Before the one that Micronaut brings. */
  @Singleton
  @Primary
  InstantSource clock() {
    return InstantSource.system();
  }

  @Singleton
  RandomGenerator random() {
    return RandomGenerator.getDefault();
  }
}
