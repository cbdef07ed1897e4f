package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Times are read as the JDK's formatter reads them. */
class Rfc1123Test {

  @Property
  void readsWhatTheFormatterWrites(
      @ForAll @LongRange(min = 0, max = 7_000_000_000L) long second,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offset) {
    OffsetDateTime time =
        Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofTotalSeconds(60 * offset));
    assertEquals(time, Rfc1123.parse(DateTimeFormatter.RFC_1123_DATE_TIME.format(time)));
  }

  @Example
  void twoDigitsOfTheDayAndNoDayOfTheWeekAreRead() {
    assertEquals(
        Optional.of(Instant.parse("2007-04-02T19:18:42Z")),
        Times.parseRfc1123("Mon, 02 Apr 2007 19:18:42 GMT"));
    assertEquals(
        Optional.of(Instant.parse("2026-10-01T04:00:00Z")),
        Times.parseRfc1123("1 Oct 2026 00:00 -0400"));
  }

  @Example
  void whatIsNoTimeIsMissing() {
    for (String text :
        new String[] {
          "",
          ",",
          "Mon, ",
          "yesterday",
          "Mon, 31 Feb 2021 20:31:27 GMT",
          "Mon, 11 Foo 2021 20:31:27 GMT",
          "Mon, 11 Jan 21 20:31:27 GMT",
          "Mon, 11 Jan 2021 24:31:27 GMT",
          "Mon, 11 Jan 2021 20:31:27",
          "Mon, 11 Jan 2021 20:31:27 GMTX",
          "Mon, 11 Jan 2021 20:31:27 +9900",
          "Mon, 11 Jan 2021 20:31:27 +01",
          "Mon, 11 Jan 9021 20:31:27 GMT",
          "2021-01-11T20:31:27Z"
        }) {
      assertEquals(Optional.empty(), Times.parseRfc1123(text), text);
    }
  }
}
