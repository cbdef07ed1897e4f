package io.paperflow.notifier.signal;

import java.util.Locale;

/** Names of repositories among signals. */
final class Repositories {

  private Repositories() {}

  /** The canonical address in lower case, without its scheme. */
  static String subject(String url) {
    int scheme = url.indexOf("://");
    return url.substring(scheme < 0 ? 0 : scheme + 3).toLowerCase(Locale.ROOT);
  }
}
