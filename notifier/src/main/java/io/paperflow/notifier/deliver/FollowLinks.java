package io.paperflow.notifier.deliver;

import io.paperflow.schemas.Subscription;
import java.net.URI;

/**
 * Addresses that whoever follows is given.
 *
 * @param base where this instance is reached from outside, without a slash at its end
 */
public record FollowLinks(String base) {

  /** The address in the settings; a slash at its end is cut. */
  public static FollowLinks at(URI address) {
    String text = address.toString();
    return new FollowLinks(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  /** The page of a subscription, for those who have this link. */
  public String manage(Subscription subscription) {
    return base + "/follow/" + subscription.getId() + "/" + subscription.getSecret();
  }

  /** Where one click ends it. */
  public String unsubscribe(Subscription subscription) {
    return manage(subscription) + "/end";
  }

  /** Where an address is confirmed. */
  public String confirm(Subscription subscription) {
    return manage(subscription) + "/confirm";
  }
}
