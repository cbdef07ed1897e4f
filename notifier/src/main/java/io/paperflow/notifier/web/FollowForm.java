package io.paperflow.notifier.web;

import io.micronaut.core.annotation.Introspected;
import io.paperflow.catalogue.query.InvalidSearchException;
import io.paperflow.catalogue.query.SearchText;
import io.paperflow.notifier.deliver.SmtpMailer;
import io.paperflow.schemas.Channel;
import io.paperflow.schemas.FollowedEvent;
import io.paperflow.schemas.Rhythm;
import io.paperflow.schemas.SavedSearch;
import io.paperflow.schemas.Subscription;
import jakarta.mail.internet.AddressException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What somebody wants to follow, as it was typed or sent. Public for the templates.
 *
 * @param channel email, webhook, slack, discord or telegram
 * @param address a mail address, or that of a webhook
 * @param signingKey signs what is sent to a plain webhook; may be empty
 * @param rhythm at-once, daily or weekly
 * @param hour 0 to 23
 * @param weekday 1 is Monday
 * @param zone an IANA time zone
 * @param events new, code, withdrawn
 * @param searches one a line, with a name and an equals sign before it or without
 */
@Introspected
public record FollowForm(
    String channel,
    String address,
    String signingKey,
    String rhythm,
    int hour,
    int weekday,
    String zone,
    boolean trending,
    List<String> events,
    String searches) {

  private static final int MOST_SEARCHES = 50;
  private static final int LONGEST_ADDRESS = 500;
  private static final int LONGEST_NAME = 80;

  private static final Map<String, FollowedEvent> EVENTS =
      Map.of(
          "new", FollowedEvent.NEW,
          "code", FollowedEvent.CODE,
          "withdrawn", FollowedEvent.WITHDRAWN);

  public FollowForm {
    events = List.copyOf(events);
  }

  /** A form for a search that is yet to be filled in. */
  static FollowForm empty(String search) {
    return new FollowForm(
        "email", "", "", "daily", 8, 1, "UTC", search.isEmpty(), List.of("new"), search);
  }

  /** What a subscription has. */
  static FollowForm of(Subscription subscription) {
    Optional<String> key = subscription.getSigningKey();
    return new FollowForm(
        lower(subscription.getChannel()),
        subscription.getAddress(),
        key.orElse(""),
        lower(subscription.getRhythm()),
        subscription.getHour(),
        subscription.getWeekday(),
        subscription.getZone(),
        subscription.getTrending(),
        subscription.getEvents().stream().map(FollowForm::lower).toList(),
        String.join(
            "\n",
            subscription.getSearches().stream()
                .map(
                    search ->
                        search.getName().equals(search.getQuery())
                            ? search.getQuery()
                            : search.getName() + " = " + search.getQuery())
                .toList()));
  }

  /**
   * Reads a form.
   *
   * @param values all values of a field, by its name
   * @throws InvalidSearchException when one of them is not understood
   */
  static FollowForm read(Function<String, List<String>> values) {
    Function<String, String> one =
        name -> values.apply(name).stream().findFirst().map(String::strip).orElse("");
    return new FollowForm(
        one.apply("channel"),
        one.apply("address"),
        one.apply("signingKey"),
        one.apply("rhythm"),
        number("hour", one.apply("hour"), 8),
        number("weekday", one.apply("weekday"), 1),
        one.apply("zone").isEmpty() ? "UTC" : one.apply("zone"),
        !one.apply("trending").isEmpty() && !one.apply("trending").equals("false"),
        values.apply("events"),
        String.join("\n", values.apply("searches")));
  }

  private static int number(String name, String text, int missing) {
    try {
      return text.isEmpty() ? missing : Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw new InvalidSearchException(name + ": must be a whole number");
    }
  }

  /**
   * A subscription with all of it.
   *
   * @throws InvalidSearchException when something of it cannot be
   */
  public Subscription.Builder fill(Subscription.Builder subscription) {
    Channel to = value("channel", channel, Channel.values());
    List<SavedSearch> saved = saved();
    if (saved.isEmpty() && !trending) {
      throw new InvalidSearchException("searches: name at least one, or choose what is trending");
    }
    Rhythm when = value("rhythm", rhythm, Rhythm.values());
    if (saved.isEmpty() && when == Rhythm.AT_ONCE) {
      throw new InvalidSearchException("rhythm: what is trending comes daily or weekly");
    }
    checkAddress(to);
    check("hour", hour >= 0 && hour <= 23, "0 to 23");
    check("weekday", weekday >= 1 && weekday <= 7, "1 (Monday) to 7");
    checkZone();
    if (signingKey.isEmpty()) {
      subscription.clearSigningKey();
    } else {
      subscription.setSigningKey(signingKey);
    }
    return subscription
        .setChannel(to)
        .setAddress(address)
        .setRhythm(when)
        .setHour(hour)
        .setWeekday(weekday)
        .setZone(zone)
        .setTrending(trending)
        .setEvents(chosen())
        .setSearches(saved);
  }

  private static <T extends Enum<T>> T value(String name, String text, T[] values) {
    return Arrays.stream(values)
        .filter(value -> !value.name().equals("UNKNOWN") && lower(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSearchException(
                    name
                        + ": must be one of "
                        + String.join(
                            ", ",
                            Arrays.stream(values)
                                .filter(value -> !value.name().equals("UNKNOWN"))
                                .map(FollowForm::lower)
                                .toList())));
  }

  private void checkAddress(Channel to) {
    check("signingKey", signingKey.matches("[\\x21-\\x7E]{0,200}"), "visible ASCII characters");
    if (to == Channel.EMAIL) {
      try {
        var _ = SmtpMailer.address(address);
      } catch (AddressException e) {
        throw new InvalidSearchException("address: must be one mail address");
      }
      return;
    }
    String rule = "an address of the web that begins with https://";
    try {
      URI uri = new URI(address);
      check(
          "address",
          address.length() <= LONGEST_ADDRESS
              && "https".equalsIgnoreCase(uri.getScheme())
              && uri.getHost() != null
              && uri.getUserInfo() == null,
          rule);
    } catch (java.net.URISyntaxException e) {
      throw new InvalidSearchException("address: must be " + rule);
    }
  }

  private void checkZone() {
    try {
      var _ = ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new InvalidSearchException("zone: must be a time zone such as Europe/Berlin");
    }
  }

  private static void check(String name, boolean right, String rule) {
    if (!right) {
      throw new InvalidSearchException(name + ": must be " + rule);
    }
  }

  private List<FollowedEvent> chosen() {
    List<FollowedEvent> chosen = new ArrayList<>();
    for (String event : events) {
      FollowedEvent one = EVENTS.get(event);
      if (one == null) {
        throw new InvalidSearchException("events: must be new, code or withdrawn");
      }
      chosen.add(one);
    }
    return chosen.isEmpty() ? List.of(FollowedEvent.NEW) : chosen;
  }

  private List<SavedSearch> saved() {
    List<SavedSearch> saved = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String line : searches.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      int sign = line.indexOf(" = ");
      String query = SearchText.parse(sign < 0 ? line : line.substring(sign + 3)).text();
      String name = (sign < 0 ? query : line.substring(0, sign)).strip();
      name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
      SearchText text = SearchText.parse(query);
      check(
          "searches",
          !text.wanted().isEmpty() || !text.conditions().isEmpty(),
          "searches that ask for something: not " + line);
      check("searches", names.add(name), "of different names: " + name + " comes twice");
      saved.add(SavedSearch.newBuilder().setName(name).setQuery(query).build());
    }
    check("searches", saved.size() <= MOST_SEARCHES, "at most " + MOST_SEARCHES);
    return saved;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
