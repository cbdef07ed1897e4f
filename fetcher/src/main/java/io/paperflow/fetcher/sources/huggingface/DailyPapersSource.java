package io.paperflow.fetcher.sources.huggingface;

import io.paperflow.fetcher.source.Auditable;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.HostGroup;
import io.paperflow.fetcher.source.Listing;
import io.paperflow.fetcher.source.Schedule;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.fetcher.sources.huggingface.DailyList.Day;
import io.paperflow.fetcher.sources.huggingface.DailyList.Trending;
import io.paperflow.fetcher.sources.huggingface.DailyList.Week;
import io.paperflow.fetcher.sources.huggingface.DailyPages.Outcome;
import io.paperflow.fetcher.sources.huggingface.DailyPlan.Task;
import io.paperflow.fetcher.sources.page.Cursors;
import io.paperflow.fetcher.sources.page.PageCheck;
import io.paperflow.http.Web;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hugging Face Daily Papers ({@code https://huggingface.co/papers}): the lists of today and
 * yesterday in each pass, those of two weeks seldom because votes move, what is trending, and the
 * details of the last days' papers. When the API fails, the page of the list is read instead.
 */
public final class DailyPapersSource implements Auditable {

  /** The source's name. */
  public static final String NAME = "huggingface-daily-papers";

  /** Lists have no end that is known: a bound against a server that always names a next page. */
  static final int MOST_PAGES = 100;

  private static final int TRENDING_PAGES = 2;

  private static final String TASK = "task";
  static final String PAGE = "page";
  private static final String AFTER = "after";

  static final PageCheck CHECK = new PageCheck(4, Duration.ZERO);

  private final DailyPages pages;
  private final PaperDetails details;
  private final DailyPlan plan;
  private final DailyAudit audit;

  DailyPapersSource(URI address, DailyPlan plan) {
    this.pages = new DailyPages(address);
    this.details = new PaperDetails(address);
    this.plan = plan;
    this.audit = new DailyAudit(pages);
  }

  /** The source with its settings. */
  public static Source of(SourceSettings settings) {
    return new DailyPapersSource(
        settings.address(),
        new DailyPlan(
            DailyPlan.Also.of(settings),
            settings.number("details-days", 0, DailyPlan.RHYTHM.oldest())));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public HostGroup hostGroup() {
    return new HostGroup("huggingface", Duration.ofSeconds(1));
  }

  @Override
  public Schedule schedule() {
    return new Schedule.Every(Duration.ofMinutes(5));
  }

  @Override
  public Cursor start(Instant now, Optional<LocalDate> since) {
    LocalDate first =
        since.orElse(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DailyPlan.RHYTHM.oldest()));
    return Cursor.EMPTY.with(
        DailyPlan.LAST, first.atStartOfDay(ZoneOffset.UTC).toInstant().toString());
  }

  @Override
  public Optional<Cursor> range(LocalDate from, LocalDate to) {
    return Optional.of(Cursor.EMPTY.with(DailyPlan.FROM, from).with(DailyPlan.TO, to));
  }

  /** The week's list has the day's papers too, also those that the day's does not show. */
  @Override
  public Optional<Cursor> missing(LocalDate day, Set<String> ids) {
    return Optional.of(Cursor.EMPTY.with(DailyPlan.ONLY, Week.of(day).toString()));
  }

  @Override
  public Step step(Cursor cursor, Instant now, Web web) throws InterruptedException {
    Cursor at =
        Cursors.time(cursor, DailyPlan.PASS).isPresent()
            ? cursor
            : cursor.with(DailyPlan.PASS, now.toString());
    Optional<Task> task =
        at.get(TASK)
            .flatMap(text -> plan.current(at, text))
            .or(() -> plan.tasks(at).stream().findFirst());
    if (task.isEmpty()) {
      return new Step.Read(List.of(), at, false);
    }
    Cursor named = task.get().list() instanceof Day(LocalDate day) ? at.with(Cursor.DAY, day) : at;
    Cursor here = named.with(TASK, task.get().toString());
    return task.get().details() ? details(task.get(), here, web) : list(task.get(), here, now, web);
  }

  private Step list(Task task, Cursor here, Instant now, Web web) throws InterruptedException {
    int page = Cursors.number(here, PAGE);
    return switch (pages.ask(task.list(), page, web)) {
      case Outcome.Listed listed -> {
        boolean expected = page > 0 || isSettled(task.list(), now);
        Set<String> ids = listed.entries().ids();
        yield CHECK.judge(here, now, ids, expected) == PageCheck.Verdict.AGAIN
            ? new Step.Read(List.of(), PageCheck.doubted(here, now), true)
            : taken(task, here, page, listed);
      }
      case Outcome.NoList(Trouble trouble) ->
          isSettled(task.list(), now)
              ? fallBack(task, here, trouble, web)
              : finished(task, here, List.of());
      case Outcome.Failed(Trouble trouble) -> fallBack(task, here, trouble, web);
    };
  }

  private Step taken(Task task, Cursor here, int page, Outcome.Listed listed) {
    List<Fetched> documents =
        listed.entries().entries().isEmpty() ? List.of() : List.of(listed.document());
    int most = task.list() instanceof Trending ? TRENDING_PAGES : MOST_PAGES;
    if (!listed.more() || page + 1 >= most) {
      return finished(task, here, documents);
    }
    Cursor next = PageCheck.after(Cursors.with(here, PAGE, page + 1), listed.entries().ids());
    return new Step.Read(documents, next, true);
  }

  /** A host that asks for less is asked for nothing in its stead. */
  private Step fallBack(Task task, Cursor here, Trouble trouble, Web web)
      throws InterruptedException {
    if (trouble.cause() == Trouble.Cause.OVERLOAD) {
      return new Step.Failed(trouble);
    }
    return switch (pages.askPage(task.list(), web)) {
      case Outcome.Listed listed ->
          finished(
              task,
              here,
              listed.entries().entries().isEmpty() ? List.of() : List.of(listed.document()));
      case Outcome.NoList _ -> finished(task, here, List.of());
      case Outcome.Failed _ -> new Step.Failed(trouble);
    };
  }

  private Step details(Task task, Cursor here, Web web) throws InterruptedException {
    int page = Cursors.number(here, PAGE);
    if (!(pages.ask(task.list(), page, web) instanceof Outcome.Listed listed)) {
      return finished(task, here, List.of());
    }
    PaperDetails.Some some = details.after(here.get(AFTER).orElse(""), listed.entries().ids(), web);
    if (some.last().isPresent()) {
      return new Step.Read(some.documents(), here.with(AFTER, some.last().get()), true);
    }
    return listed.more() && page + 1 < MOST_PAGES
        ? new Step.Read(some.documents(), Cursors.with(here, PAGE, page + 1).without(AFTER), true)
        : finished(task, here, some.documents());
  }

  /** On to the next task, or to the end of the pass. */
  private Step finished(Task task, Cursor here, List<Fetched> documents) {
    Cursor plain = PageCheck.forget(here).without(PAGE).without(AFTER);
    Optional<Task> next = plan.after(here, task);
    if (next.isPresent()) {
      return new Step.Read(documents, plain.with(TASK, next.get().toString()), true);
    }
    Optional<Instant> pass = Cursors.time(here, DailyPlan.PASS);
    Cursor end = plain.without(TASK).without(DailyPlan.PASS);
    return new Step.Read(
        documents,
        pass.map(began -> end.with(DailyPlan.LAST, began.toString())).orElse(end),
        false);
  }

  /** Whether the list is of a past working day, and so has papers. */
  private static boolean isSettled(DailyList list, Instant now) {
    return list instanceof Day(LocalDate day)
        && day.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1))
        && day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  @Override
  public Cursor audit(Instant now) {
    return audit.begin(now);
  }

  @Override
  public Listing list(Cursor cursor, Instant now, Web web) throws InterruptedException {
    return audit.list(cursor, now, web);
  }
}
