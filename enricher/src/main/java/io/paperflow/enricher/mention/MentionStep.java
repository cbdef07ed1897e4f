package io.paperflow.enricher.mention;

import io.paperflow.enricher.watch.RepositoryRecords;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Outcome;
import io.paperflow.pipeline.Outcome.Output;
import io.paperflow.pipeline.Transform;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.Link;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.RepositoryMention;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells those who look at repositories and pages which ones a paper names. Links that nobody can
 * look at are left out. Immutable and thread-safe.
 */
public final class MentionStep implements Transform<EnrichedPaper, RepositoryMention> {

  private final Places places;

  /** The mentions for these places. */
  public MentionStep(Places places) {
    this.places = places;
  }

  @Override
  public Outcome<RepositoryMention> apply(Delivery<EnrichedPaper> input) {
    EnrichedPaper paper = input.value();
    Map<String, Output<RepositoryMention>> outputs = new LinkedHashMap<>();
    for (Link link : paper.getLinks()) {
      places
          .of(link, paper)
          .map(place -> mention(paper.getPaper(), link, place))
          .ifPresent(mention -> outputs.putIfAbsent(mention.getIdentity(), output(mention)));
    }
    return new Outcome.Transformed<>(List.copyOf(outputs.values()), List.of());
  }

  private static Output<RepositoryMention> output(RepositoryMention mention) {
    return new Output<>(
        RepositoryRecords.mentionKey(mention), mention.getLease(), mention, Map.of());
  }

  private static RepositoryMention mention(PaperRecord paper, Link link, Place place) {
    RepositoryMention.Builder mention =
        RepositoryMention.newBuilder()
            .setLease(place.lease())
            .setIdentity(place.identity())
            .setUrl(link.getUrl())
            .setPaperKey(paper.getPaperKey())
            .setTitle(paper.getTitle())
            .setOwn(link.getRole() != LinkRole.THIRD_PARTY)
            .setPromised(link.getState() == LinkState.PROMISED)
            .setPaperTime(time(paper));
    paper.getArxivId().ifPresent(mention::setArxivId);
    paper.getDoi().ifPresent(mention::setDoi);
    paper.getOpenreviewId().ifPresent(mention::setOpenreviewId);
    return mention.build();
  }

  private static Instant time(PaperRecord paper) {
    Optional<Instant> published = paper.getPublished();
    return published.orElse(paper.getSourceTime());
  }
}
