package io.paperflow.notifier.web;

import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.SubscriptionState;
import java.util.List;
import java.util.Map;

/**
 * What somebody follows, as its page shows it. Public for the templates.
 *
 * @param action where the form goes
 * @param home address of its own page; empty while it is not made
 * @param notice what has just happened; may be empty
 * @param pending whether its address is yet to be confirmed
 */
public record FollowView(
    FollowForm form, String action, String home, String notice, boolean pending) {

  private static final Map<String, String> CHANNELS =
      Map.of(
          "email", "Mail",
          "webhook", "Webhook (JSON)",
          "slack", "Slack webhook",
          "discord", "Discord webhook",
          "telegram", "Telegram bot");

  static FollowView of(Subscription subscription, String notice) {
    String home = home(subscription);
    return new FollowView(
        FollowForm.of(subscription),
        home,
        home,
        notice,
        subscription.getState() == SubscriptionState.PENDING);
  }

  static FollowView fresh(FollowForm form, String notice) {
    return new FollowView(form, "/follow", "", notice, false);
  }

  static String home(Subscription subscription) {
    return "/follow/" + subscription.getId() + "/" + subscription.getSecret();
  }

  /** The ways there are. */
  public List<String> channels() {
    return List.of("email", "webhook", "slack", "discord", "telegram");
  }

  /** What a way is called. */
  public String label(String channel) {
    return CHANNELS.getOrDefault(channel, channel);
  }

  /** The hours of a day. */
  public List<Integer> hours() {
    return java.util.stream.IntStream.range(0, 24).boxed().toList();
  }

  /** The days of a week, Monday first. */
  public List<String> weekdays() {
    return List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  }
}
