package io.paperflow.catalogue.paper;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A link of a paper.
 *
 * @param url canonical; from outside, so not necessarily an address of the web
 * @param kind such as {@code code_repo}, {@code project_page}
 * @param role {@code own}, {@code third_party} or {@code unknown}
 * @param state {@code available}, {@code promised} or {@code unknown}
 * @param confidence 0 to 1
 * @param subPath what was cut below the repository
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Link(
    String url,
    String kind,
    String role,
    String state,
    double confidence,
    Optional<String> subPath,
    List<Evidence> evidence) {

  public Link {
    evidence = List.copyOf(requireNonNullElse(evidence, List.of()));
  }
}
