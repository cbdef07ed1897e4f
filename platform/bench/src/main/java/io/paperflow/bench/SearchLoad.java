package io.paperflow.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperflow.embedded.StartFailure;
import io.paperflow.indexer.index.IndexLayout;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Searches at a fixed rate while papers are indexed. */
@Command(
    name = "search",
    description = "Answer times of searches at a fixed rate, while papers are indexed.",
    mixinStandardHelpOptions = true)
final class SearchLoad implements Callable<Integer> {

  private static final int WARM_UP_SECONDS = 20;
  private static final Duration LOOK = Duration.ofMillis(200);

  @Option(
      names = "--papers",
      defaultValue = "100000",
      description = "Papers in the index (default: ${DEFAULT-VALUE}).")
  private int papers;

  @Option(
      names = "--rate",
      defaultValue = "20",
      description = "Searches a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--indexing",
      defaultValue = "200",
      description = "Papers a second that are indexed meanwhile (default: ${DEFAULT-VALUE}).")
  private int indexing;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description = "How long is measured (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Mixin private Workplace workplace = new Workplace();

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    Results results = workplace.results("search");
    try (Servers servers = Servers.start(workplace.folder())) {
      String kafka = servers.kafka().bootstrapServers();
      EnrichedTopic topic = new EnrichedTopic(workplace, kafka);
      topic.fill(papers);
      int port = freePort();
      URI elasticsearch = servers.elasticsearch().uri();
      try (ServiceProcess indexer =
              ServiceProcess.indexer(
                  kafka, elasticsearch, servers.folder().resolve("logs/indexer.log"));
          ServiceProcess search =
              ServiceProcess.search(
                  kafka, elasticsearch, port, servers.folder().resolve("logs/search.log"))) {
        while (servers.indices().writes(IndexLayout.FIRST_INDEX) < papers) {
          Thread.sleep(LOOK);
          var _ = indexer.use();
          workplace.console().show("indexing");
        }
        servers.indices().refresh(IndexLayout.FIRST_INDEX);
        servers.awaitQuiet();
        URI api = URI.create("http://127.0.0.1:" + port + "/api/search");
        var _ = measure(api, WARM_UP_SECONDS);
        Percentiles quiet = measure(api, seconds);
        Thread writer = Thread.ofPlatform().start(() -> trickle(topic));
        var _ = measure(api, WARM_UP_SECONDS);
        Percentiles busy = measure(api, seconds);
        writer.interrupt();
        writer.join();
        List<Map<String, String>> lines =
            List.of(line(0, quiet, search), line(indexing, busy, search));
        lines.forEach(System.out::println);
        workplace
            .console()
            .say("written to " + results.save(Map.of("quiet", quiet, "busy", busy), lines));
      }
    }
    return 0;
  }

  private void trickle(EnrichedTopic topic) {
    try {
      topic.trickle(papers, indexing);
    } catch (IOException e) {
      workplace.console().say("no more papers are indexed: " + e.getMessage());
    }
  }

  private Map<String, String> line(int indexed, Percentiles times, ServiceProcess search)
      throws IOException {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("papers", Integer.toString(papers));
    line.put("searches/s", Integer.toString(rate));
    line.put("indexed/s", Integer.toString(indexed));
    line.put("searches", Integer.toString(times.count()));
    line.put("p50 ms", millis(times.p50()));
    line.put("p95 ms", millis(times.p95()));
    line.put("p99 ms", millis(times.p99()));
    line.put("max ms", millis(times.max()));
    line.put("search peak MB", Long.toString(search.use().peakMegabytes()));
    return line;
  }

  private static String millis(double seconds) {
    return "%.0f".formatted(seconds * 1_000);
  }

  /** Each search is sent when it is due, whether the ones before it are answered or not. */
  private Percentiles measure(URI api, int length) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(length);
    List<Future<Double>> answers = new ArrayList<>();
    long begin = System.nanoTime();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < length * rate; i++) {
        long due = begin + i * 1_000_000_000L / rate;
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        URI search = URI.create(api + "?q=" + URLEncoder.encode(query(random), UTF_8));
        answers.add(senders.submit(() -> secondsUntilAnswered(client, search, due)));
        workplace.console().show("searching");
      }
      List<Double> times = new ArrayList<>();
      for (Future<Double> answer : answers) {
        times.add(answer.get());
      }
      return Percentiles.of(times);
    } catch (ExecutionException e) {
      throw new IOException("a search failed", e);
    }
  }

  private static double secondsUntilAnswered(HttpClient client, URI search, long due)
      throws IOException, InterruptedException {
    var answer = client.send(HttpRequest.newBuilder(search).build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(search + " was answered with " + answer.statusCode());
    }
    return (System.nanoTime() - due) / 1e9;
  }

  /** Words as people take them from titles: two or three, some with a condition or as a phrase. */
  private String query(SplittableRandom random) {
    String[] words = workplace.papers().paper(random.nextInt(papers)).title().split(" ", -1);
    int from = random.nextInt(Math.max(1, words.length - 2));
    String some =
        String.join(
            " ",
            List.of(words).subList(from, Math.min(words.length, from + 2 + random.nextInt(2))));
    return switch (random.nextInt(5)) {
      case 0 -> '"' + some + '"';
      case 1 -> some + " has:code";
      case 2 -> some + " category:cs";
      default -> some;
    };
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
