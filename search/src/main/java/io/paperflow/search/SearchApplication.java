package io.paperflow.search;

import io.paperflow.service.Service;

/** The search service as a process of its own. */
public final class SearchApplication {

  private SearchApplication() {}

  public static void main(String[] arguments) {
    Service.main("search", arguments);
  }
}
