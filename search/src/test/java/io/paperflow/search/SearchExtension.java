package io.paperflow.search;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one {@link RunningSearch} for all tests that ask for it; it ends with the last of them.
 */
public final class SearchExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningSearch.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SearchExtension.class))
        .getOrComputeIfAbsent(RunningSearch.class, _ -> start(), RunningSearch.class);
  }

  private static RunningSearch start() {
    try {
      return new RunningSearch();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
