package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The names at the front of a path.
 *
 * @param names from left to right, without {@code .git}
 * @param used characters of the tail that belong to the address
 * @param subPath what stands below the last name, without a leading slash
 */
record PathNames(List<String> names, int used, String subPath) {

  /** Reads up to {@code most} names; a name that runs into other text is the last. */
  static PathNames read(Names rules, String tail, List<Address.Segment> segments, int most) {
    List<String> names = new ArrayList<>();
    int end = 0;
    for (Address.Segment segment : segments) {
      String name = names.size() < most ? rules.name(segment.text()) : "";
      if (name.isEmpty()) {
        break;
      }
      names.add(name);
      end = segment.end();
      int surplus = segment.text().length() - rules.rawLength(segment.text());
      if (surplus > 0) {
        return new PathNames(List.copyOf(names), end - surplus, "");
      }
    }
    return new PathNames(List.copyOf(names), tail.length(), SubPath.below(tail, end));
  }

  /** A target whose address is a base and these names. */
  Target under(String base, LinkKind kind) {
    String url = base + "/" + String.join("/", names);
    String below = kind == LinkKind.CODE_ORG ? "" : subPath;
    return new Target(url, kind, KindReading.HOST, below, used);
  }
}
