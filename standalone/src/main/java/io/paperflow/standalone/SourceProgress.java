package io.paperflow.standalone;

import io.paperflow.fetcher.agenda.Order;
import io.paperflow.fetcher.agenda.Progress;
import io.paperflow.fetcher.source.Cursor;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How far the reading of some days is, in a line. */
final class SourceProgress {

  private SourceProgress() {}

  static String line(Order order, Optional<Progress> progress) {
    return progress
        .map(p -> order.source() + ": " + where(order, p) + amount(p) + trouble(p))
        .orElse(order.source() + ": waits for the fetcher to take it");
  }

  private static String where(Order order, Progress progress) {
    if (!progress.underWay()) {
      return "done, ";
    }
    Optional<LocalDate> day = progress.cursor().day(Cursor.DAY);
    return day.map(at -> at + percent(order, at) + ", ").orElse("");
  }

  private static String percent(Order order, LocalDate at) {
    if (order.from().isEmpty() || order.to().isEmpty()) {
      return "";
    }
    long all = ChronoUnit.DAYS.between(order.from().get(), order.to().get()) + 1;
    long done = Math.clamp(ChronoUnit.DAYS.between(order.from().get(), at), 0, all);
    return " (%d of %d days)".formatted(done, all);
  }

  private static String amount(Progress progress) {
    return "%d documents, %.1f MB".formatted(progress.documents(), (double) progress.bytes() / 1e6);
  }

  private static String trouble(Progress progress) {
    return progress.trouble().map(why -> "; " + Search.oneLine(why.message())).orElse("");
  }
}
