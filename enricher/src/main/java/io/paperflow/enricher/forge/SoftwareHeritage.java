package io.paperflow.enricher.forge;

import io.paperflow.http.Priority;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The archive of software, asked for copies of what is gone; 120 requests an hour without a token.
 * Source: archive.softwareheritage.org/api/1. Immutable and thread-safe.
 */
public final class SoftwareHeritage {

  /** The HTTP budget that its requests use, which is also the name of the lease to ask it. */
  public static final String BUDGET = "softwareheritage";

  private static final String BROWSE =
      "https://archive.softwareheritage.org/browse/origin/directory/?origin_url=";

  private final URI base;

  /** The archive where the settings say it is. */
  public SoftwareHeritage(ForgeSettings settings) {
    this.base = settings.at(BUDGET, "https://archive.softwareheritage.org");
  }

  /** What came of asking for a copy. */
  public sealed interface Copy {

    /**
     * There is one.
     *
     * @param url where people see it
     */
    record Kept(String url) implements Copy {}

    /** There is none. */
    record None() implements Copy {}

    /** Nobody knows yet. */
    record Later(Reply.Later reason) implements Copy {}
  }

  /** Asks for a copy of the repository at an address. */
  public Copy copy(RepositoryAddress address, Web web, Priority priority)
      throws InterruptedException {
    URI visit =
        URI.create(
            Paths.below(base, List.of("api", "1", "origin"))
                + "/"
                + address.url()
                + "/visit/latest/?require_snapshot=true");
    return switch (ForgeAnswers.json(web.get(Request.api(visit).at(priority)))) {
      case ForgeAnswers.Json(var node, _) ->
          node.path("snapshot").isTextual()
              ? new Copy.Kept(BROWSE + URLEncoder.encode(address.url(), StandardCharsets.UTF_8))
              : new Copy.None();
      case ForgeAnswers.Other(Reply.Later later) -> new Copy.Later(later);
      case ForgeAnswers.Other _ -> new Copy.None();
    };
  }
}
