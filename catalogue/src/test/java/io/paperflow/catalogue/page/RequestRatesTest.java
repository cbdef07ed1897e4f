package io.paperflow.catalogue.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestRatesTest {

  private Instant now = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void eachClientHasItsOwnMinute() {
    RequestRates rates = new RequestRates(2, () -> now);
    assertEquals(Optional.empty(), rates.count("10.0.0.1"));
    assertEquals(Optional.empty(), rates.count("10.0.0.1"));
    now = now.plusSeconds(20);
    assertEquals(Optional.of(Duration.ofSeconds(40)), rates.count("10.0.0.1"));
    assertEquals(Optional.empty(), rates.count("10.0.0.2"));
    now = now.plusSeconds(40);
    assertEquals(Optional.empty(), rates.count("10.0.0.1"));
  }

  @Test
  void zeroIsAnyNumber() {
    RequestRates rates = new RequestRates(0, () -> now);
    for (int i = 0; i < 1_000; i++) {
      assertEquals(Optional.empty(), rates.count("10.0.0.1"));
    }
  }
}
