package io.paperflow.indexer.identity;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A name that several records may give a paper, a DOI, an OpenReview id or a title, and the papers
 * that were given it. It only grows: {@link #merge} is commutative, associative and idempotent, but
 * for which members a crowded name keeps.
 *
 * @param name {@code doi:…}, {@code openreview:…} or the group of a title key
 * @param members in order, each once; of a crowded name those that were known before it was
 * @param crowded whether more papers go by it than can be told apart, such as "Editorial": it leads
 *     nowhere then
 */
public record Identity(String name, List<Member> members, boolean crowded) {

  /** A name of more members than this is crowded. */
  public static final int MOST_MEMBERS = 32;

  public Identity {
    members =
        members.size() < 2 ? List.copyOf(members) : members.stream().distinct().sorted().toList();
  }

  /** A name with those who claim it. */
  public static Identity of(String name, List<Member> members) {
    return new Identity(name, members, false);
  }

  /** All that is known from both. */
  public Identity merge(Identity other) {
    if (!name.equals(other.name)) {
      throw new IllegalArgumentException("Not one name: " + name + " and " + other.name);
    }
    if (crowded) {
      return this;
    }
    TreeSet<Member> all = new TreeSet<>(members);
    all.addAll(other.members);
    // What joined by this name did so while these were all.
    return other.crowded || all.size() > MOST_MEMBERS
        ? new Identity(name, members, true)
        : new Identity(name, List.copyOf(all), false);
  }

  /**
   * Keys under which statements may be stored that this name leads elsewhere: all its papers, as
   * soon as one of them is known by this name alone.
   */
  public Stream<String> contested() {
    if (members.size() < 2) {
      return Stream.empty();
    }
    boolean waiting = members.stream().anyMatch(member -> isKnownBy(member.paper()));
    List<String> papers = members.stream().map(Member::paper).distinct().toList();
    return waiting && papers.size() > 1 ? papers.stream() : Stream.empty();
  }

  private boolean isKnownBy(String paper) {
    return Names.of(paper).filter(name::equals).isPresent();
  }
}
