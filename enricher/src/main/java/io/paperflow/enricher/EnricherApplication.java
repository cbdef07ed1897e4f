package io.paperflow.enricher;

import io.paperflow.service.Service;

/** The enricher as a process of its own. */
public final class EnricherApplication {

  private EnricherApplication() {}

  public static void main(String[] arguments) {
    Service.main("enricher", arguments);
  }
}
