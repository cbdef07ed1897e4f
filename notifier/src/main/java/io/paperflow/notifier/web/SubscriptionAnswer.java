package io.paperflow.notifier.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperflow.schemas.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What somebody follows, as the API tells it. The key that signs is never told.
 *
 * @param page its page, which also is the key: whoever has it may change and end it
 * @param state pending until the address is confirmed, then active
 * @param since papers count that arrived after this moment
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SubscriptionAnswer(
    String id,
    String page,
    String state,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant since,
    String channel,
    String address,
    String rhythm,
    int hour,
    int weekday,
    String zone,
    boolean trending,
    List<String> events,
    List<Search> searches) {

  /** A saved search. */
  record Search(String name, String query) {}

  SubscriptionAnswer {
    events = List.copyOf(events);
    searches = List.copyOf(searches);
  }

  static SubscriptionAnswer of(Subscription subscription, String page) {
    FollowForm form = FollowForm.of(subscription);
    return new SubscriptionAnswer(
        subscription.getId(),
        page,
        subscription.getState().name().toLowerCase(Locale.ROOT),
        subscription.getSince(),
        form.channel(),
        form.address(),
        form.rhythm(),
        form.hour(),
        form.weekday(),
        form.zone(),
        form.trending(),
        form.events(),
        subscription.getSearches().stream()
            .map(search -> new Search(search.getName(), search.getQuery()))
            .toList());
  }
}
