package io.paperflow.indexer.fusion;

import io.paperflow.schemas.LinkKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model, a dataset or a space that a paper links to and of which something is known.
 *
 * @param url canonical
 */
public record Model(String url, RepositoryFact fact) {

  static List<Model> of(List<Link> links, Map<String, RepositoryFact> facts) {
    return links.stream()
        .filter(link -> link.kind() == LinkKind.MODEL_OR_DATASET)
        .flatMap(
            link ->
                Optional.ofNullable(facts.get(link.address()))
                    .map(fact -> new Model(link.url(), fact))
                    .stream())
        .toList();
  }
}
