package io.paperflow.enricher.links;

import io.paperflow.schemas.DeclaredLink;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the links a source states in fields of their own: an address, or {@code owner/name}. */
final class DeclaredLinks {

  static final String AUTOMATIC = "auto";

  private static final String RULE = "declared";
  // Readers of evidence trust it less by this ending.
  private static final String AUTOMATIC_RULE = "declared-auto";
  private static final double CONFIDENCE_IN_PEOPLE = 0.99;
  private static final double CONFIDENCE_IN_MACHINES = 0.7;
  private static final Pattern OWNER_NAME = Pattern.compile("[\\w-]+/[\\w.-]+");
  private static final Map<String, String> HOSTS =
      Map.of(
          "github", "github.com/",
          "gitlab", "gitlab.com/",
          "huggingface", "huggingface.co/",
          "models", "huggingface.co/",
          "datasets", "huggingface.co/datasets/",
          "spaces", "huggingface.co/spaces/");

  /** Repositories that name the paper, which need not be its own. */
  private static final Set<String> NAMING_THE_PAPER = Set.of("models", "datasets", "spaces");

  private static final String OTHER_HOST = "";

  private final AddressReader reader;
  private final KindRule kinds;

  DeclaredLinks(AddressReader reader, KindRule kinds) {
    this.reader = reader;
    this.kinds = kinds;
  }

  /** The link, or empty when the value is no address that names something. */
  Optional<FoundLink> read(DeclaredLink declared) {
    String value = declared.getValue();
    String stripped = value.strip();
    int start = value.indexOf(stripped);
    String prefix = OWNER_NAME.matcher(stripped).matches() ? host(declared.getField()) : OTHER_HOST;
    return reader
        .read(prefix + stripped, 0)
        .flatMap(
            sighting -> {
              String raw = stripped.substring(0, sighting.end() - prefix.length());
              return sighting.target().map(target -> link(declared, target, start, raw));
            });
  }

  private static String host(String field) {
    String lower = Domains.lower(field);
    return HOSTS.entrySet().stream()
        .filter(entry -> lower.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(OTHER_HOST);
  }

  private FoundLink link(DeclaredLink declared, Target target, int start, String raw) {
    boolean automatic = declared.getAddedBy().filter(AUTOMATIC::equals).isPresent();
    return new FoundLink(
        declared.getField(),
        target.url(),
        kinds.kind(target, new Sentence(List.of(), List.of(), List.of(), true, true)),
        isOwn(declared, automatic) ? LinkRole.OWN : LinkRole.UNKNOWN,
        LinkState.AVAILABLE,
        automatic ? CONFIDENCE_IN_MACHINES : CONFIDENCE_IN_PEOPLE,
        Optional.of(target.subPath()).filter(path -> !path.isEmpty()),
        start,
        start + raw.length(),
        raw,
        automatic ? AUTOMATIC_RULE : RULE);
  }

  private static boolean isOwn(DeclaredLink declared, boolean automatic) {
    return declared
        .getOfficial()
        .orElse(!automatic && !NAMING_THE_PAPER.contains(declared.getField()));
  }
}
