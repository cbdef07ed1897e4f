package io.paperflow.fetcher.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far a source has been read, in the source's own words. Small: a few hundred bytes.
 *
 * @param values by name; what cannot be read is to be taken as absent, since an older version may
 *     have written it
 */
public record Cursor(SortedMap<String, String> values) {

  /** Nothing has been read. */
  public static final Cursor EMPTY = new Cursor(new TreeMap<>());

  /** The day that is being read, shown to people as progress. */
  public static final String DAY = "day";

  public Cursor {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** A cursor of these values. */
  public static Cursor of(Map<String, String> values) {
    return new Cursor(new TreeMap<>(values));
  }

  /** A value. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A value that is a day. */
  public Optional<LocalDate> day(String name) {
    try {
      return get(name).map(LocalDate::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** This cursor with a value. */
  public Cursor with(String name, String value) {
    SortedMap<String, String> changed = new TreeMap<>(values);
    changed.put(name, value);
    return new Cursor(changed);
  }

  /** This cursor with a day. */
  public Cursor with(String name, LocalDate day) {
    return with(name, day.toString());
  }

  /** This cursor without a value. */
  public Cursor without(String name) {
    SortedMap<String, String> changed = new TreeMap<>(values);
    changed.remove(name);
    return new Cursor(changed);
  }

  /** For people: {@code name=value} with blanks between. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + value.getValue())
        .collect(Collectors.joining(" "));
  }
}
