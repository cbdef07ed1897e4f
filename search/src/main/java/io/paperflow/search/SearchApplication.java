package io.paperflow.search;

import io.micronaut.runtime.Micronaut;

/** Starts the search service on its own. */
public final class SearchApplication {

  private SearchApplication() {}

  /** Serves until the process is asked to end. */
  public static void main(String[] args) {
    Micronaut.build(args)
        .mainClass(SearchApplication.class)
        .environments("search")
        .banner(false)
        .start();
  }
}
