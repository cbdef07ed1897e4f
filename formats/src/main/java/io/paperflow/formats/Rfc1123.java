package io.paperflow.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Times as in {@code Mon, 11 Jan 2021 20:31:27 GMT} (RFC 1123, 5.2.14), of which each paper of
 * arXiv has several: {@link java.time.format.DateTimeFormatter} takes a tenth of the time that
 * reading the whole paper takes. The day of the week is not checked.
 */
final class Rfc1123 {

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final String UTC = "GMT";
  private static final int MONTH_LETTERS = 3;

  private final String text;
  private int at;

  private Rfc1123(String text) {
    this.text = text;
  }

  /**
   * The time.
   *
   * @throws DateTimeException when it is none
   */
  static OffsetDateTime parse(String text) {
    return new Rfc1123(text).time();
  }

  private OffsetDateTime time() {
    at = text.indexOf(',') + 1;
    blanks();
    int day = number(1, 2);
    blanks();
    int month = month();
    blanks();
    LocalDate date = LocalDate.of(number(4, 4), month, day);
    blanks();
    int hour = number(2, 2);
    expect(':');
    int minute = number(2, 2);
    int second = 0;
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
      second = number(2, 2);
    }
    blanks();
    return OffsetDateTime.of(date, LocalTime.of(hour, minute, second), offset());
  }

  private int month() {
    int end = Math.min(at + MONTH_LETTERS, text.length());
    int month = MONTHS.indexOf(text.substring(at, end)) + 1;
    at = end;
    return month;
  }

  private ZoneOffset offset() {
    if (text.startsWith(UTC, at)) {
      at += UTC.length();
      end();
      return ZoneOffset.UTC;
    }
    int sign = at < text.length() && text.charAt(at) == '-' ? -1 : 1;
    expect(sign < 0 ? '-' : '+');
    int hours = number(2, 2);
    int minutes = number(2, 2);
    end();
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  private int number(int fewest, int most) {
    int from = at;
    int number = 0;
    while (at < text.length() && at - from < most && isDigit(text.charAt(at))) {
      number = 10 * number + text.charAt(at) - '0';
      at++;
    }
    if (at - from < fewest) {
      throw broken();
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void blanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private void expect(char c) {
    if (at >= text.length() || text.charAt(at) != c) {
      throw broken();
    }
    at++;
  }

  private void end() {
    if (at != text.length()) {
      throw broken();
    }
  }

  private DateTimeException broken() {
    return new DateTimeException("not a time at character " + at + ": " + text);
  }
}
