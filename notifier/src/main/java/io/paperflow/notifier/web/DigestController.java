package io.paperflow.notifier.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.query.InvalidSearchException;
import io.paperflow.notifier.deliver.FollowLinks;
import io.paperflow.notifier.digest.Composer;
import io.paperflow.notifier.digest.Digest;
import io.paperflow.notifier.digest.DigestHtml;
import io.paperflow.notifier.digest.DigestText;
import io.paperflow.notifier.follow.Follows;
import io.paperflow.notifier.live.Trends;
import io.paperflow.notifier.outbox.Deliveries;
import io.paperflow.notifier.paper.Papers;
import io.paperflow.notifier.trend.Trend;
import io.paperflow.notifier.trend.TrendList;
import io.paperflow.schemas.DeliveredPaper;
import io.paperflow.schemas.Subscription;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Digests as they are sent, to be looked at or sent again on purpose. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class DigestController {

  /** A letter brings its own style, and nothing else. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final int MOST = 25;

  private final Trends trends;
  private final Papers papers;
  private final Composer composer;
  private final DigestHtml html;
  private final Follows follows;
  private final Deliveries deliveries;
  private final FollowLinks links;
  private final InstantSource clock;

  DigestController(
      Trends trends,
      Papers papers,
      Composer composer,
      DigestHtml html,
      Follows follows,
      Deliveries deliveries,
      FollowLinks links,
      InstantSource clock) {
    this.trends = trends;
    this.papers = papers;
    this.composer = composer;
    this.html = html;
    this.follows = follows;
    this.deliveries = deliveries;
    this.links = links;
    this.clock = clock;
  }

  /** What is trending, as a letter to everyone; of a past day with its date. */
  @Get("/digest")
  @Produces({MediaType.TEXT_HTML, MediaType.TEXT_PLAIN})
  HttpResponse<String> everyone(HttpRequest<?> request) {
    TrendingQuestion question = TrendingQuestion.of(request);
    Optional<Instant> end =
        date(request).map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    TrendList list = trends.list(question.window(), end.or(question::at));
    Map<String, Paper> known =
        papers.find(list.trends().stream().limit(MOST).map(Trend::paper).toList());
    Digest digest = composer.of(list, known, MOST);
    if (digest.isEmpty()) {
      throw new HttpStatusException(
          HttpStatus.NOT_FOUND, "Nothing was trending then: no paper had gained anything");
    }
    return answer(request, digest);
  }

  /** What is next for a subscription; with a day, what was sent to it then. */
  @Get("/follow/{id}/{secret}/preview")
  @Produces({MediaType.TEXT_HTML, MediaType.TEXT_PLAIN})
  HttpResponse<String> one(String id, String secret, HttpRequest<?> request) {
    Subscription subscription =
        follows
            .find(id, secret)
            .orElseThrow(
                () ->
                    new HttpStatusException(
                        HttpStatus.NOT_FOUND, "There is nothing followed under this address"));
    Optional<LocalDate> day = date(request);
    Deliveries.Next told =
        day.map(past -> new Deliveries.Next(deliveries.on(subscription.getId(), past), Map.of()))
            .orElseGet(
                () ->
                    deliveries.next(
                        subscription,
                        window -> Optional.of(trends.list(window, Optional.empty()))));
    List<DeliveredPaper> items = told.items();
    if (items.isEmpty()) {
      throw new HttpStatusException(
          HttpStatus.NOT_FOUND,
          day.map(past -> "Nothing was sent on " + past + "; name another day as ?date=")
              .orElse("Nothing waits to be told; ?date=2026-11-20 shows what was sent on a day"));
    }
    return answer(
        request,
        composer.of(
            items,
            papers.find(items.stream().map(DeliveredPaper::getPaperKey).toList()),
            told.why(),
            day.map(past -> past.atTime(12, 0).toInstant(ZoneOffset.UTC)).orElseGet(clock::instant),
            Optional.of(links.manage(subscription))));
  }

  private static Optional<LocalDate> date(HttpRequest<?> request) {
    try {
      return request
          .getParameters()
          .getFirst("date")
          .filter(text -> !text.isBlank())
          .map(LocalDate::parse);
    } catch (DateTimeParseException _) {
      throw new InvalidSearchException("date: must be a day such as 2026-11-20");
    }
  }

  private HttpResponse<String> answer(HttpRequest<?> request, Digest digest) {
    boolean plain = request.getParameters().getFirst("format").filter("text"::equals).isPresent();
    return HttpResponse.ok(plain ? DigestText.of(digest) : html.of(digest))
        .contentType((plain ? MediaType.TEXT_PLAIN : MediaType.TEXT_HTML) + ";charset=utf-8")
        .header("Content-Security-Policy", POLICY)
        .header("X-Paperflow-Papers", Integer.toString(digest.size()));
  }
}
