package io.paperflow.fetcher.live;

import io.paperflow.fetcher.source.Schedule;
import io.paperflow.fetcher.source.Source;

/**
 * A source as the settings want it.
 *
 * @param enabled whether it is read on schedule; else only when somebody asks
 * @param schedule the settings' or else the source's own
 */
public record ConfiguredSource(Source source, boolean enabled, Schedule schedule) {

  /** The source's name. */
  public String name() {
    return source.name();
  }
}
