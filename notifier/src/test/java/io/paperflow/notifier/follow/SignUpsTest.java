package io.paperflow.notifier.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.testkit.lease.Ticking;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignUpsTest {

  private final Ticking clock = new Ticking("2026-11-20T08:00:00Z");
  private final SignUps signUps = new SignUps(clock);

  @Test
  void aMillionFromOneClientAreTwenty() {
    int taken = 0;
    for (int i = 0; i < 1_000_000; i++) {
      taken += signUps.count("10.0.0.1", "reader" + i + "@example.org") ? 1 : 0;
    }

    assertEquals(20, taken);
    assertTrue(signUps.count("10.0.0.2", "other@example.org"));
  }

  @Test
  void nobodyGetsMoreThanThreeLettersAnHourToConfirm() {
    int taken = 0;
    for (int i = 0; i < 50; i++) {
      taken += signUps.count("10.0.0." + i, "victim@example.org") ? 1 : 0;
    }

    assertEquals(3, taken);
  }

  @Test
  void theNextHourBeginsAnew() {
    for (int i = 0; i < 3; i++) {
      assertTrue(signUps.count("10.0.0.1", "ada@example.org"));
    }
    assertFalse(signUps.count("10.0.0.1", "ada@example.org"));

    clock.pass(Duration.ofHours(1));

    assertTrue(signUps.count("10.0.0.1", "ada@example.org"));
  }
}
