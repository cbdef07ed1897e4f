package io.paperflow.notifier;

import io.paperflow.service.Service;

/** The notifier as a process of its own. */
public final class NotifierApplication {

  private NotifierApplication() {}

  public static void main(String[] arguments) {
    Service.main("notifier", arguments);
  }
}
