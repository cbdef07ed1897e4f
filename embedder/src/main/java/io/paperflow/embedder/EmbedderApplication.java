package io.paperflow.embedder;

import io.paperflow.service.Service;

/** The embedder as a process of its own. */
public final class EmbedderApplication {

  private EmbedderApplication() {}

  public static void main(String[] arguments) {
    Service.main("embedder", arguments);
  }
}
