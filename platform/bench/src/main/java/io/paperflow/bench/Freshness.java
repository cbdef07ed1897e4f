package io.paperflow.bench;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.bench.papers.GeneratedPaper;
import io.paperflow.elastic.ElasticsearchHttp.Answer;
import io.paperflow.elastic.IndexNames;
import io.paperflow.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a paper takes from being shown by a source until searches find it. */
@Command(
    name = "freshness",
    description = "From a source that shows a paper to a search that finds it, read on schedule.",
    mixinStandardHelpOptions = true)
final class Freshness implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Option(
      names = "--papers",
      defaultValue = "90",
      description = "Papers, of which one is shown a second (default: ${DEFAULT-VALUE}).")
  private int papers;

  @Option(
      names = "--interval",
      defaultValue = "10",
      description = "Seconds after which the source is read again (default: ${DEFAULT-VALUE}).")
  private int interval;

  @Mixin private Workplace workplace = new Workplace();

  /**
   * What was found.
   *
   * @param seconds from being shown to being found
   * @param secondsLessInterval the largest of these less the interval of reading
   */
  record Found(int papers, int interval, Percentiles seconds, double secondsLessInterval) {

    Map<String, String> line() {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("papers", Integer.toString(papers));
      line.put("interval s", Integer.toString(interval));
      line.put(
          "s from shown to found p50, p95, max",
          "%.1f, %.1f, %.1f".formatted(seconds.p50(), seconds.p95(), seconds.max()));
      line.put("max less the interval", "%.1f".formatted(secondsLessInterval));
      return line;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    Results results = workplace.results("freshness");
    try (Servers servers = Servers.start(workplace.folder());
        ShownPapers source = ShownPapers.start(workplace.clock())) {
      Process process =
          new Launcher(Workplace.root(), servers)
              .start(
                  source.settings(interval, "bench@example.org"),
                  List.of(
                      "up",
                      "--data",
                      servers.folder().resolve("services").toString(),
                      "--http-port",
                      "0"));
      try {
        Percentiles seconds = Percentiles.of(measured(servers, source));
        Found found = new Found(papers, interval, seconds, seconds.max() - interval);
        Path file = results.save(found, List.of(found.line()));
        found.line().forEach((name, value) -> System.out.println(name + ": " + value));
        workplace.console().say("written to " + file);
      } finally {
        process.destroy();
        process.waitFor();
      }
      return 0;
    }
  }

  /** The first paper, which waits for the start, does not count. */
  private List<Double> measured(Servers servers, ShownPapers source)
      throws IOException, InterruptedException {
    Map<String, Instant> missing = new HashMap<>();
    show(source, 0, missing);
    Instant end = workplace.clock().instant().plus(PATIENCE);
    while (!missing.isEmpty()) {
      look(servers, missing, end);
    }
    List<Double> seconds = new ArrayList<>();
    for (int number = 1; number <= papers; number++) {
      show(source, number, missing);
      Instant next = workplace.clock().instant().plusSeconds(1);
      while (workplace.clock().instant().isBefore(next)) {
        seconds.addAll(look(servers, missing, end.plusSeconds(papers)));
      }
      workplace.console().show("%d of %d papers are found".formatted(seconds.size(), papers));
    }
    while (!missing.isEmpty()) {
      seconds.addAll(look(servers, missing, end.plusSeconds(papers)));
    }
    return seconds;
  }

  private void show(ShownPapers source, int number, Map<String, Instant> missing) {
    GeneratedPaper paper = workplace.papers().paper(number);
    missing.put("arxiv:" + paper.arxivId(), source.show(paper));
  }

  /** Takes out what is found now, and returns how long that took. */
  private List<Double> look(Servers servers, Map<String, Instant> missing, Instant end)
      throws IOException, InterruptedException {
    Thread.sleep(LOOK);
    ObjectNode body =
        JSON.createObjectNode().put("size", Math.max(1, missing.size())).put("_source", false);
    var ids = body.putObject("query").putObject("terms").putArray("id");
    missing.keySet().forEach(ids::add);
    Request request = new Request("POST", "/" + IndexNames.PAPERS + "/_search");
    request.setJsonEntity(body.toString());
    Answer answer = servers.http().send(request);
    Instant now = workplace.clock().instant();
    if (now.isAfter(end)) {
      throw new IOException("not found in time: " + missing.keySet());
    }
    List<Double> seconds = new ArrayList<>();
    if (answer.status() == 200) {
      for (JsonNode hit : JSON.readTree(answer.body()).path("hits").path("hits")) {
        Instant shown = missing.remove(hit.path("_id").asText());
        if (shown != null) {
          seconds.add(Duration.between(shown, now).toMillis() / 1e3);
        }
      }
    }
    return seconds;
  }
}
