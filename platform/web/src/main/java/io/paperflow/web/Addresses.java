package io.paperflow.web;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** What the settings of a service want read besides the known hosts. */
@FunctionalInterface
public interface Addresses {

  /** Addresses by the budget they belong to. */
  Map<String, List<URI>> addresses();
}
