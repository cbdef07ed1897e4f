package io.paperflow.search.web;

import io.paperflow.catalogue.page.PageArea;
import jakarta.inject.Singleton;

/** The pages of {@link PageController} and of the API's description. */
@Singleton
final class SearchPages implements PageArea {

  @Override
  public boolean owns(String path) {
    return path.equals("/")
        || path.equals("/search")
        || path.equals("/sources")
        || path.equals("/daily")
        || path.equals("/api")
        || path.startsWith("/daily/")
        || path.startsWith("/papers/");
  }
}
