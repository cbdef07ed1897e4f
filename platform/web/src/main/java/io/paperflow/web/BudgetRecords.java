package io.paperflow.web;

import io.paperflow.http.BudgetState;
import io.paperflow.http.Quota;
import io.paperflow.http.Request.Kind;
import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.Codec.UndecodableException;
import io.paperflow.pipeline.LoopHeaders;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.HostBudget;
import io.paperflow.schemas.QuotaUse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Budgets as records of the topic in which the state of leases is kept. Thread-safe. */
public final class BudgetRecords {

  private final Codec<HostBudget> codec = AvroTopicCodec.of(HostBudget.class);
  private final String topic;
  private final String writer;

  /**
   * Records of a process.
   *
   * @param topic compacted
   * @param writer unlike that of any other process
   */
  public BudgetRecords(String topic, String writer) {
    this.topic = topic;
    this.writer = writer;
  }

  /** Under which a budget is kept. */
  public static String key(String budget) {
    return "budget/" + budget;
  }

  /** A budget to be kept, at the place of its own key. */
  public Publication publication(BudgetState state) {
    HostBudget budget =
        HostBudget.newBuilder()
            .setBudget(state.budget())
            .setWriter(writer)
            .setNotBefore(state.notBefore())
            .setUses(state.uses().stream().map(BudgetRecords::use).toList())
            .build();
    return Publication.of(
        topic,
        key(state.budget()),
        codec.encode(budget),
        Map.of(LoopHeaders.SCHEMA, codec.schemaName()));
  }

  private static QuotaUse use(BudgetState.Use use) {
    return QuotaUse.newBuilder()
        .setKinds(use.quota().kinds().stream().map(Kind::name).sorted().toList())
        .setQuota(use.quota().requests())
        .setPerMillis(use.quota().per().toMillis())
        .setRequests(use.requests())
        .setUntil(use.until())
        .build();
  }

  /** What another process has used; when it cannot be read the client's own caution must do. */
  public Optional<BudgetState> ofOther(byte[] bytes) {
    try {
      HostBudget budget = codec.decode(bytes);
      if (budget.getWriter().equals(writer)) {
        return Optional.empty();
      }
      return Optional.of(
          new BudgetState(
              budget.getBudget(),
              budget.getNotBefore(),
              budget.getUses().stream().map(BudgetRecords::use).toList()));
    } catch (UndecodableException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static BudgetState.Use use(QuotaUse use) {
    Quota quota =
        new Quota(
            use.getKinds().stream().map(Kind::valueOf).collect(Collectors.toSet()),
            use.getQuota(),
            Duration.ofMillis(use.getPerMillis()));
    return new BudgetState.Use(quota, use.getRequests(), use.getUntil());
  }
}
