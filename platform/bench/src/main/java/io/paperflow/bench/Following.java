package io.paperflow.bench;

import io.paperflow.embedded.StartFailure;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.Topics;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How soon those who follow a search are told of a paper, and what the notifier needs for that. */
@Command(
    name = "follow",
    description = "From a paper's arrival to the notes for all whose saved searches find it.",
    mixinStandardHelpOptions = true)
final class Following implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration QUIET = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Nothing is due in the course of the run. */
  private static final int NO_MAIL = 9;

  /** Words of a search have at least so many letters: nobody searches for the frequent ones. */
  private static final int LETTERS = 7;

  @Option(
      names = "--searches",
      defaultValue = "10000",
      description = "Subscriptions, each with a search of two words (default: ${DEFAULT-VALUE}).")
  private int searches;

  @Option(
      names = "--papers",
      defaultValue = "2500",
      description = "Papers (default: ${DEFAULT-VALUE}).")
  private int papers;

  @Option(
      names = "--rate",
      defaultValue = "100",
      description = "Papers that arrive a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Mixin private Workplace workplace = new Workplace();

  /**
   * What was found.
   *
   * @param told papers that some search finds
   * @param matches of searches and papers
   * @param seconds from a paper's arrival until the last match of it was noted
   */
  record Found(
      int searches,
      int papers,
      int rate,
      int told,
      int matches,
      Percentiles seconds,
      ProcessUse notifier) {

    Map<String, String> line() {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("searches", Integer.toString(searches));
      line.put("papers", Integer.toString(papers));
      line.put("papers/s", Integer.toString(rate));
      line.put("papers told of", Integer.toString(told));
      line.put("matches", Integer.toString(matches));
      line.put(
          "s from arrival to the last match p50, p95, max",
          "%.1f, %.1f, %.1f".formatted(seconds.p50(), seconds.p95(), seconds.max()));
      line.put("notifier CPU s", "%.1f".formatted(notifier.cpuSeconds()));
      line.put("notifier peak MB", Long.toString(notifier.peakMegabytes()));
      return line;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    Results results = workplace.results("follow");
    try (Servers servers = Servers.start(workplace.folder())) {
      Path file = write(servers.folder().resolve("following.yml"));
      String kafka = servers.kafka().bootstrapServers();
      Path logs = servers.folder().resolve("logs");
      new EnrichedTopic(workplace, kafka).fill(0);
      try (ServiceProcess _ =
              ServiceProcess.indexer(
                  kafka, servers.elasticsearch().uri(), logs.resolve("indexer.log"));
          ServiceProcess notifier =
              ServiceProcess.notifier(
                  kafka,
                  servers.elasticsearch().uri(),
                  file,
                  NO_MAIL,
                  logs.resolve("notifier.log"))) {
        Found found = measured(kafka, notifier);
        Path written = results.save(found, List.of(found.line()));
        found.line().forEach((name, value) -> System.out.println(name + ": " + value));
        workplace.console().say("written to " + written);
      }
      return 0;
    }
  }

  /** The operator's file; daily letters, so that none is due in the course of the run. */
  private Path write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      int written = 0;
      for (int number = papers; written < searches; number++) {
        List<String> words =
            Stream.of(workplace.papers().paper(number).title().split(" ", -1))
                .filter(word -> word.length() >= LETTERS && word.matches("[A-Za-z]+"))
                .limit(2)
                .toList();
        if (words.size() == 2) {
          out.write(
              """
              s%d:
                channel: email
                address: reader-%d@example.org
                rhythm: daily
                searches: [%s]
              """
                  .formatted(written, written, String.join(" ", words)));
          written++;
        }
      }
    }
    return file;
  }

  private Found measured(String kafka, ServiceProcess notifier)
      throws IOException, InterruptedException {
    Map<String, Instant> arrived = new HashMap<>();
    Map<String, Instant> told = new HashMap<>();
    int matches = 0;
    try (Consumer<byte[], byte[]> consumer = CommittedReader.open(kafka)) {
      CommittedReader.follow(consumer, Topics.SUBSCRIPTIONS, PATIENCE);
      awaitSubscriptions(consumer);
      CommittedReader.follow(consumer, Topics.OUTBOX, PATIENCE);
      Thread publisher = Thread.ofPlatform().start(() -> publish(kafka, arrived));
      Instant quiet = workplace.clock().instant().plus(QUIET);
      while (publisher.isAlive() || workplace.clock().instant().isBefore(quiet)) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          Optional<String> paper = matched(new String(record.key(), StandardCharsets.UTF_8));
          if (paper.isPresent() && record.value() != null) {
            matches++;
            told.put(paper.get(), Instant.ofEpochMilli(record.timestamp()));
            quiet = workplace.clock().instant().plus(QUIET);
          }
        }
        workplace.console().show("%d papers are told of".formatted(told.size()));
      }
      publisher.join();
    }
    List<Double> seconds = new ArrayList<>();
    told.forEach(
        (paper, at) ->
            Optional.ofNullable(arrived.get(paper))
                .ifPresent(since -> seconds.add(Duration.between(since, at).toMillis() / 1e3)));
    return new Found(
        searches, papers, rate, told.size(), matches, Percentiles.of(seconds), notifier.use());
  }

  private void awaitSubscriptions(Consumer<byte[], byte[]> consumer) throws IOException {
    Instant end = workplace.clock().instant().plus(PATIENCE);
    int known = 0;
    while (known < searches) {
      known += consumer.poll(POLL).count();
      workplace.console().show("%d subscriptions are known".formatted(known));
      if (workplace.clock().instant().isAfter(end)) {
        throw new IOException("only %d subscriptions are known: see the log".formatted(known));
      }
    }
  }

  /** The paper of a match's key. */
  private static Optional<String> matched(String key) {
    String[] parts = key.split("/", 4);
    return Optional.of(parts)
        .filter(all -> all.length == 4 && all[0].equals("match"))
        .map(all -> all[3]);
  }

  /** New papers, a second's worth at once. */
  private void publish(String kafka, Map<String, Instant> arrived) {
    try {
      EnrichedTopic topic = new EnrichedTopic(workplace, kafka);
      for (int from = 0; from < papers; from += rate) {
        long begun = System.nanoTime();
        Instant now = workplace.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        topic.add(from, Math.min(papers, from + rate), paper -> young(paper, now, arrived));
        Thread.sleep(Math.max(0, 1_000 - (System.nanoTime() - begun) / 1_000_000));
      }
    } catch (IOException e) {
      workplace.console().say("no more papers: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static EnrichedPaper young(
      EnrichedPaper paper, Instant now, Map<String, Instant> arrived) {
    PaperRecord record =
        PaperRecord.newBuilder(paper.getPaper()).setPublished(now).setFetchedAt(now).build();
    arrived.put(record.getPaperKey(), now);
    return EnrichedPaper.newBuilder(paper).setPaper(record).build();
  }
}
