package io.paperflow.notifier.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a paper rises, for people. */
public final class TrendWords {

  private TrendWords() {}

  /** Such as {@code +38 votes, +210 stars, code since yesterday}. */
  public static String why(Trend trend, Window window) {
    List<String> parts = new ArrayList<>();
    add(parts, trend.gains().votes(), "vote");
    add(parts, trend.gains().comments(), "comment");
    add(parts, trend.gains().stars(), "star");
    if (trend.codeIsNew()) {
      parts.add(
          switch (window) {
            case DAY -> "code since yesterday";
            case WEEK -> "code since last week";
            case MONTH -> "code since last month";
          });
    } else if (trend.hasCode()) {
      parts.add("has code");
    }
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, int gain, String unit) {
    if (gain > 0) {
      parts.add(String.format(Locale.ENGLISH, "+%,d %s%s", gain, unit, gain == 1 ? "" : "s"));
    }
  }
}
