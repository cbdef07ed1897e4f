package io.paperflow.catalogue.page;

/** Pages of a service. Implementations are thread-safe. */
@FunctionalInterface
public interface PageArea {

  /** Whether a path is that of a page, so that its errors are pages too. */
  boolean owns(String path);
}
