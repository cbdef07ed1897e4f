package io.paperflow.formats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a volume of the ACL Anthology says of all its papers. */
final class AclVolume {

  private static final int MONTH_LETTERS = 3;

  private Optional<Instant> ingested = Optional.empty();
  private Optional<String> title = Optional.empty();
  private String year = "";
  private String month = "";

  /** Reads the volume's start tag, or its description. */
  void read(String name, XmlReader xml) throws RecordException {
    if (name.equals("volume")) {
      ingested = xml.attribute("ingest-date").flatMap(Times::parse);
    } else {
      xml.children(field -> field(field, xml));
    }
  }

  private void field(String name, XmlReader xml) throws RecordException {
    switch (name) {
      case "booktitle" -> title = xml.content().map(Text::oneLine);
      case "year" -> year = Text.strip(xml.text());
      case "month" -> month = Text.strip(xml.text());
      default -> {
        // Editors, publisher, place.
      }
    }
  }

  /** When the papers came into the anthology. */
  Optional<Instant> ingested() {
    return ingested;
  }

  /** The book's title. */
  Optional<String> title() {
    return title;
  }

  /** The first moment of the month, or of the year where no month is known. */
  Optional<Instant> published() {
    try {
      return Times.plausible(
          YearMonth.of(Integer.parseInt(year), firstMonth())
              .atDay(1)
              .atStartOfDay()
              .atOffset(ZoneOffset.UTC));
    } catch (DateTimeException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** Months are words, such as {@code July}, {@code May-June} or {@code 5-10 July}. */
  private Month firstMonth() {
    int found = Integer.MAX_VALUE;
    Month first = Month.JANUARY;
    String lower = Text.lower(month);
    for (Month each : Month.values()) {
      int at = lower.indexOf(Text.lower(each.name()).substring(0, MONTH_LETTERS));
      if (at >= 0 && at < found) {
        found = at;
        first = each;
      }
    }
    return first;
  }
}
