package io.paperflow.fetcher.live;

import io.paperflow.fetcher.agenda.Order;
import io.paperflow.fetcher.agenda.Progress;
import io.paperflow.fetcher.agenda.Task;
import io.paperflow.fetcher.audit.AuditRun;
import io.paperflow.fetcher.audit.PublishedDays.Piece;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.Codec.UndecodableException;
import io.paperflow.pipeline.LoopHeaders;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.PublishedDay;
import io.paperflow.schemas.SourceAudit;
import io.paperflow.schemas.SourceCursor;
import io.paperflow.schemas.SourceRequest;
import io.paperflow.schemas.SourceTrouble;
import io.paperflow.schemas.Topics;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is kept of sources, as records of their topics. What cannot be read is as good as absent:
 * the source begins anew, and nothing that was published is published again. Thread-safe.
 */
public final class SourceRecords {

  private final Codec<SourceCursor> cursors = AvroTopicCodec.of(SourceCursor.class);
  private final Codec<SourceRequest> requests = AvroTopicCodec.of(SourceRequest.class);
  private final Codec<PublishedDay> days = AvroTopicCodec.of(PublishedDay.class);
  private final Codec<SourceAudit> audits = AvroTopicCodec.of(SourceAudit.class);

  /** How far a task is. */
  public Publication progress(Task task, Progress progress) {
    SourceCursor.Builder cursor =
        SourceCursor.newBuilder()
            .setSource(task.source())
            .setPosition(progress.cursor().values())
            .setDueAt(progress.dueAt())
            .setFailures(progress.failures())
            .setDocuments(progress.documents())
            .setBytes(progress.bytes());
    progress.passStartedAt().ifPresent(cursor::setPassStartedAt);
    progress.readUpTo().ifPresent(cursor::setReadUpTo);
    progress.succeededAt().ifPresent(cursor::setSucceededAt);
    progress
        .trouble()
        .ifPresent(
            trouble ->
                cursor.setTrouble(
                    SourceTrouble.newBuilder()
                        .setCause(trouble.cause().name().toLowerCase(Locale.ROOT))
                        .setCode(trouble.code())
                        .setMessage(trouble.message())
                        .setAt(trouble.at())
                        .build()));
    progress.order().ifPresent(order -> cursor.setRequest(request(order)));
    return publication(Topics.CURSORS, task.key(), cursors, cursor.build());
  }

  /** How far a task is. */
  public Optional<Progress> progress(byte[] bytes) {
    return decoded(cursors, bytes)
        .map(
            cursor ->
                new Progress(
                    Cursor.of(cursor.getPosition()),
                    cursor.getDueAt(),
                    cursor.getPassStartedAt(),
                    cursor.getReadUpTo(),
                    cursor.getSucceededAt(),
                    cursor.getFailures(),
                    cursor.getTrouble().map(SourceRecords::failed),
                    cursor.getDocuments(),
                    cursor.getBytes(),
                    cursor.getRequest().map(SourceRecords::order)));
  }

  private static Progress.Failed failed(SourceTrouble trouble) {
    Trouble.Cause cause =
        switch (trouble.getCause()) {
          case "overload" -> Trouble.Cause.OVERLOAD;
          case "permanent" -> Trouble.Cause.PERMANENT;
          default -> Trouble.Cause.TRANSIENT;
        };
    return new Progress.Failed(cause, trouble.getCode(), trouble.getMessage(), trouble.getAt());
  }

  /** What a person asks for. */
  public Publication order(Order order) {
    return publication(Topics.CURSORS, Task.orderKey(order.source()), requests, request(order));
  }

  /** What a person asks for. */
  public Optional<Order> order(byte[] bytes) {
    return decoded(requests, bytes).map(SourceRecords::order);
  }

  private static SourceRequest request(Order order) {
    SourceRequest.Builder request =
        SourceRequest.newBuilder()
            .setId(order.id())
            .setSource(order.source())
            .setStepsPerMinute(order.stepsPerMinute());
    order.from().ifPresent(request::setFrom);
    order.to().ifPresent(request::setTo);
    return request.build();
  }

  private static Order order(SourceRequest request) {
    return new Order(
        request.getId(),
        request.getSource(),
        request.getFrom(),
        request.getTo(),
        Math.max(1, request.getStepsPerMinute()));
  }

  /** Papers of a day that were published; without papers they are forgotten. */
  Publication piece(String source, Piece piece) {
    PublishedDay day =
        PublishedDay.newBuilder().setSource(source).setDay(piece.day()).setIds(piece.ids()).build();
    String key = dayKeys(source) + piece.day() + "/" + piece.number();
    Publication kept = publication(Topics.CURSORS, key, days, day);
    return piece.ids().isEmpty()
        ? new Publication(kept.topic(), key, key, Optional.empty(), Map.of())
        : kept;
  }

  /** How the keys of a source's pieces begin; their number is after the last slash. */
  static String dayKeys(String source) {
    return source + "@";
  }

  /** Papers of a day that were published. */
  Optional<Piece> piece(String key, byte[] bytes) {
    int number = Integer.parseInt(key, key.lastIndexOf('/') + 1, key.length(), 10);
    return decoded(days, bytes).map(day -> new Piece(day.getDay(), number, day.getIds()));
  }

  /** What came of an audit. */
  Publication audit(String source, AuditRun.Result result, Instant endedAt) {
    SourceAudit.Builder audit =
        SourceAudit.newBuilder()
            .setSource(source)
            .setStartedAt(result.startedAt())
            .setEndedAt(endedAt)
            .setListed(result.listed())
            .setMissed(result.missed())
            .setMissing(result.missing())
            .setMissingIds(result.missingIds());
    result.firstDay().ifPresent(audit::setFirstDay);
    result.lastDay().ifPresent(audit::setLastDay);
    return publication(Topics.AUDITS, source, audits, audit.build());
  }

  /** What came of an audit. */
  public Optional<SourceAudit> audit(byte[] bytes) {
    return decoded(audits, bytes);
  }

  private static <T extends SpecificRecord> Publication publication(
      String topic, String key, Codec<T> codec, T value) {
    return Publication.of(
        topic, key, codec.encode(value), Map.of(LoopHeaders.SCHEMA, codec.schemaName()));
  }

  private static <T> Optional<T> decoded(Codec<T> codec, byte[] bytes) {
    try {
      return Optional.of(codec.decode(bytes));
    } catch (UndecodableException e) {
      return Optional.empty();
    }
  }
}
