package io.paperflow.fetcher.input;

import java.util.List;

/**
 * What a person's arguments name.
 *
 * @param locations documents in the order of the arguments, each once; files of one folder or
 *     pattern sorted by their paths
 * @param problems one line for each thing that cannot be read; with any, nothing should be started
 */
public record Resolution(List<Location> locations, List<String> problems) {

  public Resolution {
    locations = List.copyOf(locations);
    problems = List.copyOf(problems);
  }
}
