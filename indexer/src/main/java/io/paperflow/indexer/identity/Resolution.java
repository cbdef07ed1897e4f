package io.paperflow.indexer.identity;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tells which paper a key leads to: a DOI or an OpenReview id to the paper that names it, a title
 * to the paper of that title whose first author or abstract is the same, or, where there is nothing
 * to compare, to the only one. What it tells depends on what is known alone, not on the order in
 * which it came to be known. Not thread-safe.
 */
public final class Resolution {

  private final Map<String, Identity> known;
  private final Set<String> needed = new HashSet<>();

  /** From the names that are known; one without members is known to be nobody's. */
  public Resolution(Map<String, Identity> known) {
    this.known = known;
  }

  /** The paper that the key leads to. */
  public Paper of(String key) {
    needed.clear();
    String paper = follow(key);
    return needed.isEmpty() ? new Paper.Known(paper) : new Paper.Needs(Set.copyOf(needed));
  }

  /** Ends, since each step leads to a key that tells more. */
  private String follow(String key) {
    Optional<String> name = Names.of(key);
    if (name.isEmpty()) {
      return key;
    }
    Identity identity = known.get(name.get());
    if (identity == null) {
      needed.add(name.get());
      return key;
    }
    if (identity.crowded()) {
      return key;
    }
    return Names.isTitle(key) ? byTitle(key, identity) : byIdentifier(key, identity);
  }

  /** Several papers that name one identifier are no reason to forget it: it leads to the first. */
  private String byIdentifier(String key, Identity identity) {
    return identity.members().stream()
        .map(Member::paper)
        .filter(paper -> Names.strength(paper) > Names.strength(key))
        .map(this::follow)
        .min(Names.STRONGEST_FIRST)
        .orElse(key);
  }

  /** Identifiers tell papers of one title apart, so only one of a kind can be meant. */
  private String byTitle(String key, Identity identity) {
    Described own = Described.of(key, identity);
    TreeSet<String> papers =
        agreeing(own, identity)
            .map(Described::paper)
            .filter(not(Names::isTitle))
            .map(this::follow)
            .collect(TreeSet::new, Set::add, Set::addAll);
    if (papers.isEmpty()) {
      papers.addAll(
          agreeing(own, identity)
              .filter(other -> other.detail() > own.detail())
              .map(Described::paper)
              .map(this::follow)
              .collect(toSet()));
    }
    List<String> strongest = strongest(papers);
    return strongest.size() == 1 ? strongest.getFirst() : key;
  }

  private static Stream<Described> agreeing(Described own, Identity identity) {
    return identity.members().stream()
        .map(Member::paper)
        .filter(paper -> !paper.equals(own.paper()))
        .distinct()
        .map(paper -> Described.of(paper, identity))
        .filter(own::agrees);
  }

  private static List<String> strongest(Set<String> papers) {
    int most = papers.stream().map(Names::strength).max(Comparator.naturalOrder()).orElse(0);
    return papers.stream().filter(paper -> Names.strength(paper) == most).toList();
  }

  /** A paper with all authors and abstracts that it was said to have under one title. */
  private record Described(String paper, Set<String> authors, Set<String> abstracts) {

    static Described of(String paper, Identity identity) {
      List<Member> said =
          identity.members().stream().filter(member -> member.paper().equals(paper)).toList();
      return new Described(
          paper,
          said.stream().flatMap(member -> member.author().stream()).collect(toSet()),
          said.stream().flatMap(member -> member.abstractText().stream()).collect(toSet()));
    }

    boolean agrees(Described other) {
      return meets(authors, other.authors)
          || meets(abstracts, other.abstracts)
          || (isSilent(authors, other.authors) && isSilent(abstracts, other.abstracts));
    }

    /** Of keys made of titles, those with an author tell more than those with an abstract. */
    int detail() {
      if (!authors.isEmpty()) {
        return 2;
      }
      return abstracts.isEmpty() ? 0 : 1;
    }

    private static boolean meets(Set<String> some, Set<String> others) {
      return some.stream().anyMatch(others::contains);
    }

    private static boolean isSilent(Set<String> some, Set<String> others) {
      return some.isEmpty() || others.isEmpty();
    }
  }
}
