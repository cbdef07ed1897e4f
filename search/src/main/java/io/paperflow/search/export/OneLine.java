package io.paperflow.search.export;

import java.util.regex.Pattern;

/** Text without line ends and controls, which end a field or a record in some formats. */
final class OneLine {

  private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}\\u2028\\u2029]+");

  private OneLine() {}

  static String of(String text) {
    return BREAKS.matcher(text).replaceAll(" ").strip();
  }
}
