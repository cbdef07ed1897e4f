package io.paperflow.enricher.watch;

import io.paperflow.enricher.forge.ProofText;
import io.paperflow.enricher.forge.RepositoryState;
import io.paperflow.schemas.NamingPaper;
import io.paperflow.schemas.RepositoryCheck;
import io.paperflow.schemas.RepositoryFacts;
import io.paperflow.schemas.RepositoryMention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a repository names the papers that name it: in what the forge says of it, or in texts
 * which are read for that. A paper that was named once stays named. Pure.
 */
final class Proofs {

  /** Papers of this age may still be added to a README. */
  private static final Duration AWAITED = Duration.ofDays(180);

  private Proofs() {}

  static List<ProofText> ownWords(RepositoryState state) {
    List<ProofText> words = new ArrayList<>();
    state.homepage().ifPresent(text -> words.add(new ProofText(ProofText.Place.HOMEPAGE, text)));
    state
        .description()
        .ifPresent(text -> words.add(new ProofText(ProofText.Place.DESCRIPTION, text)));
    return words;
  }

  /** Whether its texts should be read for papers that it may name. */
  static boolean wantsReading(RepositoryCheck check, Repository repository, Instant now) {
    if (!check.getFacts().getFound()) {
      return false;
    }
    Set<String> readFor = new HashSet<>(check.getReadFor());
    boolean pushed =
        check
            .getFacts()
            .getPushedAt()
            .filter(at -> check.getReadAt().filter(at::isAfter).isPresent())
            .isPresent();
    return unnamed(check, repository).stream()
        .anyMatch(
            mention ->
                !readFor.contains(mention.getPaperKey())
                    || (pushed && mention.getPaperTime().isAfter(now.minus(AWAITED))));
  }

  /** Papers whose own it may be and which it is not known to name. */
  private static List<RepositoryMention> unnamed(RepositoryCheck check, Repository repository) {
    Set<String> named = new HashSet<>();
    check.getFacts().getPapers().forEach(paper -> named.add(paper.getPaperKey()));
    return repository.mentions().stream()
        .filter(RepositoryMention::getOwn)
        .filter(mention -> !named.contains(mention.getPaperKey()))
        .toList();
  }

  /** After its texts were read. */
  static RepositoryCheck read(
      RepositoryCheck check, Repository repository, List<ProofText> texts, Instant now) {
    List<NamingPaper> named = named(repository, check.getFacts().getPapers(), texts);
    return RepositoryCheck.newBuilder(check)
        .setFacts(RepositoryFacts.newBuilder(check.getFacts()).setPapers(named).build())
        .setReadAt(now)
        .setReadFor(
            repository.mentions().stream()
                .filter(RepositoryMention::getOwn)
                .map(RepositoryMention::getPaperKey)
                .toList())
        .build();
  }

  /** The papers that it is known to name, and those that these texts name. */
  static List<NamingPaper> named(
      Repository repository, List<NamingPaper> before, List<ProofText> texts) {
    Map<String, NamingPaper> named = new LinkedHashMap<>();
    before.forEach(paper -> named.put(paper.getPaperKey(), paper));
    for (RepositoryMention mention : repository.mentions()) {
      if (mention.getOwn() && !named.containsKey(mention.getPaperKey())) {
        proof(mention, texts).ifPresent(paper -> named.put(mention.getPaperKey(), paper));
      }
    }
    return List.copyOf(named.values());
  }

  private static Optional<NamingPaper> proof(RepositoryMention mention, List<ProofText> texts) {
    Naming naming = new Naming(mention);
    for (ProofText text : texts) {
      Optional<String> proof = naming.in(text.text());
      if (proof.isPresent()) {
        return Optional.of(
            NamingPaper.newBuilder()
                .setPaperKey(mention.getPaperKey())
                .setVerifiedBy(text.place().name().toLowerCase(Locale.ROOT))
                .setProof(proof.get())
                .build());
      }
    }
    return Optional.empty();
  }
}
