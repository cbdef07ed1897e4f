package io.paperflow.notifier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.catalogue.query.InvalidSearchException;
import io.paperflow.schemas.Rhythm;
import io.paperflow.schemas.SavedSearch;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.SubscriptionState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowFormTest {

  private final Map<String, List<String>> values =
      new HashMap<>(
          Map.of(
              "channel", List.of("email"),
              "address", List.of("ada@example.org"),
              "rhythm", List.of("daily"),
              "zone", List.of("Europe/Berlin"),
              "events", List.of("new", "code"),
              "searches", List.of("rivers = river attention\n\nhas:code")));

  @Test
  void whatWasWishedForIsInTheSubscriptionAndBackInTheForm() {
    Subscription one = fill();

    assertEquals(Rhythm.DAILY, one.getRhythm());
    assertEquals(
        List.of("rivers", "has:code"),
        one.getSearches().stream().map(SavedSearch::getName).toList());
    assertEquals(
        FollowForm.read(this::get).searches().replace("\n\n", "\n"), FollowForm.of(one).searches());
    assertEquals(List.of("new", "code"), FollowForm.of(one).events());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "address | `ada@example.org\nBcc: all@example.org` | address: must be one mail address",
        "address | ada@example.org, eve@example.org | address: must be one mail address",
        "address | Ada <ada@example.org> | address: must be one mail address",
        "address | `` | address: must be one mail address",
        "channel | pigeon | channel: must be one of email, webhook, slack, discord, telegram",
        "channel | webhook | address: must be an address of the web",
        "rhythm | hourly | rhythm: must be one of at-once, daily, weekly",
        "hour | 24 | hour: must be 0 to 23",
        "hour | noon | hour: must be a whole number",
        "weekday | 8 | weekday: must be 1",
        "zone | Atlantis/Capital | zone: must be a time zone",
        "events | party | events: must be new, code or withdrawn",
        "searches | `` | searches: name at least one",
        "searches | -survey | searches: must be searches that ask for something",
        "searches | `a = river\na = lake` | searches: must be of different names",
        "signingKey | `key\r\nX-Other: 1` | signingKey: must be visible ASCII",
      })
  void whatCannotBeIsSaidByItsField(String field, String value, String message) {
    values.put(field, List.of(value));

    InvalidSearchException refusal = assertThrows(InvalidSearchException.class, this::fill);

    assertTrue(String.valueOf(refusal.getMessage()).startsWith(message), refusal::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "http://hooks.example.org/x",
    "https://user:word@hooks.example.org/x",
    "ftp://hooks.example.org/x",
    "https:///x",
    "'https://hooks.example.org/a b'",
    "javascript:alert(1)"
  })
  void aWebhookIsAnAddressOfTheWebOverTls(String address) {
    values.put("channel", List.of("webhook"));
    values.put("address", List.of(address));

    assertThrows(InvalidSearchException.class, this::fill);
  }

  @Test
  void aNameIsOneLineWhateverIsTyped() {
    values.put("searches", List.of("a\u2028b\tc = river\u0000"));

    SavedSearch search = fill().getSearches().getFirst();

    assertEquals("river", search.getQuery());
  }

  @Test
  void fiftySearchesAreTheMost() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 51; i++) {
      lines.append("word").append(i).append('\n');
    }
    values.put("searches", List.of(lines.toString()));

    assertThrows(InvalidSearchException.class, this::fill);
  }

  private Subscription fill() {
    return FollowForm.read(this::get)
        .fill(
            Subscription.newBuilder()
                .setId("s")
                .setSecret("secret")
                .setState(SubscriptionState.ACTIVE)
                .setOrigin("page")
                .setCreatedAt(Instant.EPOCH)
                .setSince(Instant.EPOCH))
        .build();
  }

  private List<String> get(String name) {
    return values.getOrDefault(name, List.of());
  }
}
