package io.paperflow.testkit.apis;

import java.net.URI;

/** Where a server sends those whom it redirects: the same below another path. */
final class Redirects {

  private static final String ELSEWHERE = "/elsewhere";

  private Redirects() {}

  static String of(URI asked) {
    return ELSEWHERE + asked;
  }

  static boolean isFollowed(URI asked) {
    return asked.toString().startsWith(ELSEWHERE + "/");
  }

  static URI followed(URI asked) {
    return isFollowed(asked) ? URI.create(asked.toString().substring(ELSEWHERE.length())) : asked;
  }
}
