package io.paperflow.notifier.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.paperflow.notifier.deliver.FollowLinks;
import io.paperflow.notifier.follow.Follows;
import io.paperflow.schemas.Subscription;
import java.util.Map;
import java.util.Optional;

/** What somebody follows, as JSON. Whoever has id and secret may see, change and end it. */
@Controller("/api/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FollowApi {

  private final Follows follows;
  private final FollowLinks links;
  private final HttpClientAddressResolver clients;

  FollowApi(Follows follows, FollowLinks links, HttpClientAddressResolver clients) {
    this.follows = follows;
    this.links = links;
    this.clients = clients;
  }

  /** Makes one; one by mail is pending until its address is confirmed. */
  @Post
  HttpResponse<SubscriptionAnswer> create(HttpRequest<?> request, @Body Map<String, Object> body)
      throws InterruptedException {
    String client = Optional.ofNullable(clients.resolve(request)).orElse("");
    return HttpResponse.created(
        answer(follows.create(client, "api", FollowFields.form(body)::fill)));
  }

  /** One. */
  @Get("/{id}/{secret}")
  SubscriptionAnswer one(String id, String secret) {
    return answer(found(id, secret));
  }

  /** Changes one to what is sent. */
  @Put("/{id}/{secret}")
  SubscriptionAnswer change(String id, String secret, @Body Map<String, Object> body)
      throws InterruptedException {
    return answer(follows.change(found(id, secret), FollowFields.form(body)::fill));
  }

  /** Ends one. */
  @Delete("/{id}/{secret}")
  HttpResponse<?> end(String id, String secret) throws InterruptedException {
    follows.end(found(id, secret));
    return HttpResponse.noContent();
  }

  private SubscriptionAnswer answer(Subscription subscription) {
    return SubscriptionAnswer.of(subscription, links.manage(subscription));
  }

  private Subscription found(String id, String secret) {
    return follows
        .find(id, secret)
        .orElseThrow(
            () ->
                new HttpStatusException(
                    HttpStatus.NOT_FOUND, "There is nothing followed under this address"));
  }
}
