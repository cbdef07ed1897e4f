package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.source.SourceKind;
import io.paperflow.fetcher.sources.StandardSources;
import io.paperflow.testkit.forges.GitHubServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a file in a watched folder to what a played forge says about its repository. */
@Timeout(600)
final class LiveForgesTest {

  private static final String PAPER =
      """
      {"id": "2611.00042", "authors": "Ada Weaver", "title": "Looms That Learn to Weave Gradients", \
      "comments": null, "categories": "cs.LG", "abstract": "  We weave gradients. Our code will be \
      released at https://github.com/weavers/loom.\\n", "versions": [{"version": "v1", "created": \
      "Mon, 2 Nov 2026 10:00:00 GMT"}], "update_date": "2026-11-03", \
      "authors_parsed": [["Weaver", "Ada", ""]]}
      """;

  @TempDir private Path folder;

  @Test
  void aPromisedRepositoryThatIsThereReachesThePaperWithItsStars() throws Exception {
    Path watched = Files.createDirectories(folder.resolve("watched"));
    try (GitHubServer gitHub = GitHubServer.start(InstantSource.system())) {
      gitHub.readme("weavers/loom", "Code of arXiv:2611.00042");
      Files.writeString(watched.resolve("papers.jsonl"), PAPER);
      try (var up = CommandLineProcess.up(folder, settings(watched, gitHub.uri()))) {
        String api = up.awaitLine("API ").replaceFirst("API +", "");
        Await.until(
            "the paper has code",
            () -> up.isAlive() && answer(api).contains("\"verifiedBy\":\"readme\""));
        String paper = answer(api);
        assertTrue(paper.contains("\"stars\":" + GitHubServer.stars("loom")), paper);
        assertTrue(paper.contains("\"hasCode\":true"), paper);
        assertTrue(paper.contains("\"state\":\"available\""), paper);
        up.signal("TERM");
        up.awaitExit();
      }
      assertTrue(gitHub.exceeded() == 0, gitHub.exceeded() + " requests too many");
    }
  }

  private static String answer(String api) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(api + "gradients")).build(),
              BodyHandlers.ofString())
          .body();
    }
  }

  private static Map<String, String> settings(Path watched, URI gitHub) {
    Map<String, String> settings = new HashMap<>();
    for (SourceKind kind : StandardSources.kinds()) {
      String name = kind.name().toUpperCase(Locale.ROOT).replace('-', '_');
      settings.put(
          "PAPERFLOW_SOURCES_" + name + "_ENABLED", Boolean.toString(name.equals("FOLDER")));
    }
    settings.put("PAPERFLOW_SOURCES_FOLDER_OPTIONS_PATHS", watched.toString());
    settings.put("PAPERFLOW_FORGES_ADDRESSES_GITHUB", gitHub.toString());
    settings.put("PAPERFLOW_HTTP_HOSTS_GITHUB_TOKEN", "played");
    return settings;
  }
}
