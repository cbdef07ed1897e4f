package io.paperflow.standalone;

import io.paperflow.fetcher.SourceBoard.Row;
import io.paperflow.fetcher.agenda.Progress;
import io.paperflow.fetcher.source.Times;
import io.paperflow.schemas.SourceAudit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sources as a table, a line each. */
final class SourceTable {

  private static final List<String> HEAD =
      List.of(
          "SOURCE",
          "ENABLED",
          "SCHEDULE",
          "LAST SUCCESS",
          "LAG",
          "PUBLISHED",
          "LAST AUDIT",
          "PROBLEM");

  private SourceTable() {}

  static List<String> of(List<Row> rows, Instant now) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(HEAD);
    rows.forEach(row -> cells.add(cells(row, now)));
    int[] widths = new int[HEAD.size()];
    cells.forEach(
        line -> {
          for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], line.get(i).length());
          }
        });
    return cells.stream().map(line -> line(line, widths)).toList();
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(cells.get(i)).repeat(' ', widths[i] - cells.get(i).length() + 2);
    }
    return line.toString().stripTrailing();
  }

  private static List<String> cells(Row row, Instant now) {
    return List.of(
        row.source().name(),
        row.source().enabled() ? "yes" : "no",
        row.source().schedule().toString(),
        row.live().flatMap(Progress::succeededAt).map(SourceTable::time).orElse("-"),
        row.live()
            .flatMap(Progress::readUpTo)
            .map(upTo -> Times.brief(Duration.between(upTo, now)))
            .orElse("-"),
        Long.toString(documents(row)),
        row.audit().map(SourceTable::audit).orElse("-"),
        problem(row));
  }

  private static long documents(Row row) {
    return Stream.of(row.live(), row.backfill())
        .flatMap(progress -> progress.stream())
        .mapToLong(Progress::documents)
        .sum();
  }

  private static String audit(SourceAudit audit) {
    String found = audit.getListed() + " listed";
    if (audit.getMissed() > 0) {
      found += ", " + audit.getMissed() + " missed";
    }
    if (audit.getMissing() > 0) {
      found += ", " + audit.getMissing() + " still missing";
    }
    return time(audit.getEndedAt()) + " " + found;
  }

  private static String problem(Row row) {
    return Stream.of(row.live(), row.backfill())
        .flatMap(progress -> progress.stream())
        .flatMap(progress -> progress.trouble().stream())
        .map(trouble -> Search.oneLine(trouble.code() + ": " + trouble.message()))
        .findFirst()
        .orElse("-");
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
