package io.paperflow.notifier.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.paperflow.catalogue.query.InvalidSearchException;
import io.paperflow.notifier.follow.Follows;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.SubscriptionState;
import java.util.Map;
import java.util.Optional;

/** What somebody follows, as pages. Whoever has the link of one may see, change and end it. */
@Controller("/follow")
@Produces(FollowController.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FollowController {

  static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

  private final Follows follows;
  private final HttpClientAddressResolver clients;

  FollowController(Follows follows, HttpClientAddressResolver clients) {
    this.follows = follows;
    this.clients = clients;
  }

  @Get
  ModelAndView<Map<String, Object>> form(@QueryValue(defaultValue = "") String q) {
    return page(FollowView.fresh(FollowForm.empty(q.strip()), ""));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<ModelAndView<Map<String, Object>>> create(
      HttpRequest<?> request, @Body Map<String, Object> body) throws InterruptedException {
    FollowForm form = FollowFields.form(body);
    try {
      String client = Optional.ofNullable(clients.resolve(request)).orElse("");
      Subscription made = follows.create(client, "page", form::fill);
      String notice =
          made.getState() == SubscriptionState.PENDING
              ? "A letter is on its way to " + made.getAddress() + ": confirm it there."
              : "You follow it from now on. Keep the address of this page: it is the only way to"
                  + " change or end it.";
      return HttpResponse.ok(page(FollowView.of(made, notice)));
    } catch (InvalidSearchException e) {
      return HttpResponse.badRequest(page(FollowView.fresh(form, String.valueOf(e.getMessage()))));
    }
  }

  @Get("/{id}/{secret}")
  ModelAndView<Map<String, Object>> one(String id, String secret) {
    return page(FollowView.of(found(id, secret), ""));
  }

  @Post("/{id}/{secret}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<ModelAndView<Map<String, Object>>> change(
      String id, String secret, @Body Map<String, Object> body) throws InterruptedException {
    Subscription before = found(id, secret);
    FollowForm form = FollowFields.form(body);
    try {
      Subscription after = follows.change(before, form::fill);
      return HttpResponse.ok(
          page(
              FollowView.of(
                  after,
                  after.getState() == SubscriptionState.PENDING
                      ? "A letter is on its way to " + after.getAddress() + ": confirm it there."
                      : "Changed.")));
    } catch (InvalidSearchException e) {
      String home = FollowView.home(before);
      return HttpResponse.badRequest(
          page(new FollowView(form, home, home, String.valueOf(e.getMessage()), false)));
    }
  }

  /** A page with a button: programs that look at links must not confirm anything. */
  @Get("/{id}/{secret}/confirm")
  ModelAndView<Map<String, Object>> askToConfirm(String id, String secret) {
    Subscription one = found(id, secret);
    return question(
        "Confirm what you follow",
        "Papers are sent to " + one.getAddress() + " from now on.",
        FollowView.home(one) + "/confirm",
        "Confirm");
  }

  @Post("/{id}/{secret}/confirm")
  @Consumes(MediaType.ALL)
  ModelAndView<Map<String, Object>> confirm(String id, String secret) throws InterruptedException {
    return page(FollowView.of(follows.confirm(found(id, secret)), "Confirmed."));
  }

  @Get("/{id}/{secret}/end")
  ModelAndView<Map<String, Object>> askToEnd(String id, String secret) {
    Subscription one = found(id, secret);
    return question(
        "End it",
        "Nothing is sent any more to " + one.getAddress() + ", and nothing of it is kept.",
        FollowView.home(one) + "/end",
        "End it");
  }

  /** Also the one click of mail programs (RFC 8058). */
  @Post("/{id}/{secret}/end")
  @Consumes(MediaType.ALL)
  ModelAndView<Map<String, Object>> end(String id, String secret) throws InterruptedException {
    follows.end(found(id, secret));
    return question("Ended", "Nothing is sent any more.", "", "");
  }

  private Subscription found(String id, String secret) {
    return follows
        .find(id, secret)
        .orElseThrow(
            () ->
                new HttpStatusException(
                    HttpStatus.NOT_FOUND, "There is nothing followed under this address"));
  }

  private static ModelAndView<Map<String, Object>> page(FollowView view) {
    return new ModelAndView<>("follow", Map.of("follow", view, "query", ""));
  }

  private static ModelAndView<Map<String, Object>> question(
      String title, String text, String action, String button) {
    return new ModelAndView<>(
        "question",
        Map.of("title", title, "text", text, "action", action, "button", button, "query", ""));
  }
}
