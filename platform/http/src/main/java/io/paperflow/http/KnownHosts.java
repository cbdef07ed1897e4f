package io.paperflow.http;

import io.paperflow.http.Request.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the hosts that paperflow reads ask for, from their terms of use and their documentation. */
final class KnownHosts {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);

  private static final HostPolicy ARXIV =
      HostPolicy.of(
              "arxiv",
              Set.of(
                  "export.arxiv.org",
                  "oaipmh.arxiv.org",
                  "rss.arxiv.org",
                  "arxiv.org",
                  "www.arxiv.org"),
              1,
              List.of(Quota.of(1, Duration.ofSeconds(3))))
          .leastSilence(Duration.ofMinutes(10));

  private static final HostPolicy OPENREVIEW =
      HostPolicy.polite(
          "openreview", Set.of("openreview.net", "api.openreview.net", "api2.openreview.net"));

  private static final HostPolicy BIORXIV =
      HostPolicy.polite(
          "biorxiv",
          Set.of("api.biorxiv.org", "www.biorxiv.org", "api.medrxiv.org", "www.medrxiv.org"));

  private static final HostPolicy GITLAB =
      HostPolicy.of("gitlab", Set.of("gitlab.com"), 4, List.of(Quota.of(400, MINUTE)));

  private static final HostPolicy GITEE =
      HostPolicy.of("gitee", Set.of("gitee.com"), 2, List.of(Quota.of(60, HOUR)));

  private static final HostPolicy BITBUCKET =
      HostPolicy.of(
          "bitbucket",
          Set.of("api.bitbucket.org", "bitbucket.org"),
          2,
          List.of(Quota.of(60, HOUR)));

  private static final HostPolicy CODEBERG = HostPolicy.polite("codeberg", Set.of("codeberg.org"));

  private KnownHosts() {}

  /** All of them, as one treats them without a token. */
  static List<HostPolicy> all() {
    return all(false).toList();
  }

  /** The one of a name, as one treats it with or without a token. */
  static Optional<HostPolicy> named(String name, Access access) {
    return all(access.token().isPresent()).filter(known -> known.name().equals(name)).findFirst();
  }

  private static Stream<HostPolicy> all(boolean token) {
    return Stream.of(
        ARXIV,
        huggingFace(token),
        OPENREVIEW,
        BIORXIV,
        gitHub(token),
        GITLAB,
        GITEE,
        BITBUCKET,
        CODEBERG,
        softwareHeritage(token));
  }

  /** The quotas of five minutes are the host's; that of a second spreads them. */
  private static HostPolicy huggingFace(boolean token) {
    return HostPolicy.of(
        "huggingface",
        Set.of("huggingface.co"),
        4,
        List.of(
            Quota.of(Kind.API, token ? 1000 : 500, FIVE_MINUTES),
            Quota.of(Kind.PAGE, token ? 200 : 100, FIVE_MINUTES),
            Quota.of(10, SECOND)));
  }

  /** 304 is free with a token only; 900 points a minute is the secondary limit. */
  private static HostPolicy gitHub(boolean token) {
    HostPolicy policy =
        HostPolicy.of(
            "github",
            Set.of("api.github.com"),
            4,
            List.of(Quota.of(token ? 5000 : 60, HOUR), Quota.of(900, MINUTE)));
    return token ? policy.withUnchangedFree() : policy;
  }

  private static HostPolicy softwareHeritage(boolean token) {
    return HostPolicy.of(
        "softwareheritage",
        Set.of("archive.softwareheritage.org"),
        2,
        List.of(Quota.of(token ? 1200 : 120, HOUR), Quota.of(2, SECOND)));
  }
}
