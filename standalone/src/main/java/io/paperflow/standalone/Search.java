package io.paperflow.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches the papers of a running instance. */
@Command(
    name = "search",
    description = "Searches the papers of a running instance.",
    mixinStandardHelpOptions = true)
final class Search implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "Words to find.")
  private List<String> words = List.of();

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "10",
      description = "Papers to show, 1 to 100 (default: ${DEFAULT-VALUE}).")
  private int size;

  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli injects the field.
  Search() {}

  @Override
  public Integer call() throws Refusal {
    if (size < 1 || size > 100) {
      throw Refusal.before("--size " + size + " is not between 1 and 100");
    }
    String query = URLEncoder.encode(String.join(" ", words), StandardCharsets.UTF_8);
    JsonNode answer;
    try (Pages pages = new Pages(data.address().http())) {
      answer = pages.get("/api/search?q=" + query + "&size=" + size);
    }
    if (!answer.has("hits")) {
      throw Refusal.failed(answer.path("detail").asText("the search failed: " + answer));
    }
    var out = spec.commandLine().getOut();
    long total = answer.path("total").asLong();
    out.println(total == 1 ? "1 paper" : total + " papers");
    for (JsonNode hit : answer.path("hits")) {
      out.println();
      out.println(oneLine(hit.path("title").asText()));
      out.println("  " + hit.path("id").asText());
      for (JsonNode repository : hit.path("repositories")) {
        out.println("  " + repository.path("url").asText());
      }
    }
    return Paperflow.OK;
  }

  /** Text of a source must not steer the terminal. */
  static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
