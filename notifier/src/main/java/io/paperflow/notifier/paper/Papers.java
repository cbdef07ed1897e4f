package io.paperflow.notifier.paper;

import io.paperflow.catalogue.paper.Paper;
import java.util.Collection;
import java.util.Map;

/** Where papers are looked up. Implementations are thread-safe. */
@FunctionalInterface
public interface Papers {

  /**
   * The papers with these keys, be they their present ids or former ones; those that are not there
   * are left out.
   *
   * @throws io.paperflow.catalogue.query.IndexUnavailableException when the index does not answer
   */
  Map<String, Paper> find(Collection<String> keys);
}
