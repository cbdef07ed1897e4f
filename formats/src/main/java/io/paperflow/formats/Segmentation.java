package io.paperflow.formats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides passages into titles and abstracts. Each gets a role; the roles chosen are the ones that
 * cost least in all (Viterbi's algorithm), where a cost says how unlike its role a passage looks,
 * and how unusual it is that one role follows another in the layout.
 */
final class Segmentation {

  /** The role of a passage. */
  enum Role {
    TITLE,
    TITLE_MORE,
    PROSE,
    PROSE_MORE;

    boolean isTitle() {
      return this == TITLE || this == TITLE_MORE;
    }
  }

  /** The lines of one paper; without title, when the text begins within it. */
  record Paper(List<TextLine> title, List<TextLine> prose) {}

  /** Roles of the passages up to one, and what they cost. */
  private record Path(@Nullable Path before, Role role, double cost) {}

  private static final double BEGINS_WITHIN = 2;

  private final List<Passage> passages;
  private final Path cheapest;

  /**
   * Divides at least one passage.
   *
   * @param mayBeginWithin whether they may begin within an abstract
   */
  Segmentation(List<Passage> passages, RoleCosts costs, boolean mayBeginWithin) {
    this.passages = passages;
    Passage first = passages.getFirst();
    List<Path> paths = new ArrayList<>();
    paths.add(new Path(null, Role.TITLE, costs.of(Role.TITLE, first)));
    if (mayBeginWithin) {
      double cost = BEGINS_WITHIN + costs.of(Role.PROSE_MORE, first);
      paths.add(new Path(null, Role.PROSE_MORE, cost));
    }
    for (int i = 1; i < passages.size(); i++) {
      paths = extend(paths, passages.get(i - 1), passages.get(i), costs);
    }
    this.cheapest =
        paths.stream()
            .map(path -> new Path(path.before, path.role, path.cost + costs.ofEnd(path.role)))
            .min(Comparator.comparingDouble(Path::cost))
            .orElseThrow();
  }

  private static List<Path> extend(
      List<Path> paths, Passage before, Passage passage, RoleCosts costs) {
    var extended = new ArrayList<Path>();
    for (Role role : Role.values()) {
      paths.stream()
          .map(
              path ->
                  new Path(path, role, path.cost + costs.ofStep(path.role, before, role, passage)))
          .min(Comparator.comparingDouble(Path::cost))
          .map(path -> new Path(path.before, role, path.cost + costs.of(role, passage)))
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
    for (Passage passage : passages) {
      Role role = roles.removeFirst();
      if (papers.isEmpty() || role == Role.TITLE) {
        papers.add(new Paper(new ArrayList<>(), new ArrayList<>()));
      }
      Paper paper = papers.getLast();
      (role.isTitle() ? paper.title : paper.prose).addAll(passage.lines());
    }
    return papers;
  }
}
