package io.paperflow.formats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides lines into titles and abstracts. Each line gets a role; the roles chosen are the ones
 * that cost least in all (Viterbi's algorithm), where a cost says how unlike its role a line looks,
 * and how unusual it is that one role follows another in the layout.
 */
final class Segmentation {

  /** The role of a line. */
  enum Role {
    TITLE,
    TITLE_MORE,
    PROSE,
    PROSE_MORE;

    boolean isTitle() {
      return this == TITLE || this == TITLE_MORE;
    }
  }

  /** The lines of one paper; without title, when the lines begin within it. */
  record Paper(List<TextLine> title, List<TextLine> prose) {}

  /** Roles of the lines up to one, and what they cost. */
  private record Path(@Nullable Path before, Role role, double cost) {}

  private static final double BEGINS_WITHIN = 2;

  private final List<ProseLine> lines;
  private final Path cheapest;

  /**
   * Divides at least one line.
   *
   * @param mayBeginWithin whether the lines may begin within an abstract
   */
  Segmentation(List<ProseLine> lines, RoleCosts costs, boolean mayBeginWithin) {
    this.lines = lines;
    ProseLine first = lines.getFirst();
    List<Path> paths = new ArrayList<>();
    paths.add(new Path(null, Role.TITLE, costs.of(Role.TITLE, first)));
    if (mayBeginWithin) {
      double cost = BEGINS_WITHIN + costs.of(Role.PROSE_MORE, first);
      paths.add(new Path(null, Role.PROSE_MORE, cost));
    }
    for (int i = 1; i < lines.size(); i++) {
      paths = extend(paths, lines.get(i - 1), lines.get(i), costs);
    }
    this.cheapest =
        paths.stream()
            .map(path -> new Path(path.before, path.role, path.cost + costs.ofEnd(path.role)))
            .min(Comparator.comparingDouble(Path::cost))
            .orElseThrow();
  }

  private static List<Path> extend(
      List<Path> paths, ProseLine before, ProseLine line, RoleCosts costs) {
    var extended = new ArrayList<Path>();
    for (Role role : Role.values()) {
      paths.stream()
          .map(
              path -> new Path(path, role, path.cost + costs.ofStep(path.role, before, role, line)))
          .min(Comparator.comparingDouble(Path::cost))
          .map(path -> new Path(path.before, role, path.cost + costs.of(role, line)))
          .ifPresent(extended::add);
    }
    return extended;
  }

  /** What the chosen roles cost. */
  double cost() {
    return cheapest.cost;
  }

  /** The papers; the first may be the rest of one, without title. */
  List<Paper> papers() {
    Deque<Role> roles = new ArrayDeque<>();
    for (Path path = cheapest; path != null; path = path.before) {
      roles.addFirst(path.role);
    }
    var papers = new ArrayList<Paper>();
    for (ProseLine line : lines) {
      Role role = roles.removeFirst();
      if (papers.isEmpty() || role == Role.TITLE) {
        papers.add(new Paper(new ArrayList<>(), new ArrayList<>()));
      }
      Paper paper = papers.getLast();
      (role.isTitle() ? paper.title : paper.prose).add(line.line());
    }
    return papers;
  }
}
