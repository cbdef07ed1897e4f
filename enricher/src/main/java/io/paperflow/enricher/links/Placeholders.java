package io.paperflow.enricher.links;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that stand for a name to come: {@code xxx/yyy}, {@code anonymous/anonymous}. */
final class Placeholders {

  private static final Pattern CROSSES = Pattern.compile("[xX]{3,}|[yY]{3,}|[zZ]{3,}|[-_.]+");

  private final Set<String> owners;
  private final Set<String> names;

  Placeholders(Lexicon lexicon) {
    owners = lexicon.list("placeholder-owner");
    names = lexicon.list("placeholder-name");
  }

  /** Whether the names of a path, owner first, name nothing. */
  boolean match(List<String> path) {
    String owner = path.getFirst();
    String name = path.getLast();
    return isCrosses(owner)
        || isCrosses(name)
        || (owners.contains(Domains.lower(owner))
            && (path.size() == 1 || names.contains(Domains.lower(name))));
  }

  private static boolean isCrosses(String name) {
    return CROSSES.matcher(name).matches();
  }
}
