package io.paperflow.indexer.fusion;

import io.paperflow.schemas.NamingPaper;
import io.paperflow.schemas.RepositoryFacts;
import io.paperflow.schemas.StarGrowth;
import java.util.Locale;
import java.util.Optional;

/** Reads facts from the records of the topic. */
public final class Facts {

  private Facts() {}

  /** The address by which facts are kept. */
  public static String identity(RepositoryFacts facts) {
    String url = facts.getUrl();
    return url.substring(url.indexOf("://") + 3).toLowerCase(Locale.ROOT);
  }

  /** What a record says to a paper that it does not name. */
  public static RepositoryFact of(RepositoryFacts facts) {
    return of(facts, Optional.empty(), Optional.empty());
  }

  /** What a record says to one of its papers. */
  public static RepositoryFact of(RepositoryFacts facts, NamingPaper paper) {
    return of(facts, paper.getVerifiedBy(), paper.getProof());
  }

  private static RepositoryFact of(
      RepositoryFacts facts, Optional<String> verifiedBy, Optional<String> proof) {
    return new RepositoryFact(
        identity(facts),
        facts.getCheckedAt(),
        facts.getFound(),
        facts.getArchivedCopy(),
        facts.getRenamedTo(),
        facts.getStars(),
        StarGrowth.perWeek(facts.getStarSeries()),
        facts.getLanguage(),
        facts.getLicense(),
        facts.getTopics(),
        facts.getArchived(),
        facts.getPushedAt(),
        verifiedBy,
        proof);
  }
}
