package io.paperflow.bench;

import io.paperflow.embedded.StartFailure;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.Topics;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long it takes to tell very many readers of one paper. */
@Command(
    name = "letters",
    description = "One paper that everybody's search finds: seconds until all have their letter.",
    mixinStandardHelpOptions = true)
final class Letters implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Option(
      names = "--readers",
      defaultValue = "10000",
      description = "Subscriptions by mail, at once (default: ${DEFAULT-VALUE}).")
  private int readers;

  @Mixin private Workplace workplace = new Workplace();

  /**
   * What was found.
   *
   * @param first seconds from the paper's arrival to the first letter
   * @param last to the last
   */
  record Found(int readers, int letters, double first, double last, ProcessUse notifier) {

    Map<String, String> line() {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("readers", Integer.toString(readers));
      line.put("letters", Integer.toString(letters));
      line.put("s to the first", "%.1f".formatted(first));
      line.put("s to the last", "%.1f".formatted(last));
      line.put("letters/s", "%.0f".formatted(letters / (last - first)));
      line.put("notifier CPU s", "%.1f".formatted(notifier.cpuSeconds()));
      line.put("notifier peak MB", Long.toString(notifier.peakMegabytes()));
      return line;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    Results results = workplace.results("letters");
    try (Servers servers = Servers.start(workplace.folder());
        MailSink mail = MailSink.start(workplace.clock())) {
      Path file = write(servers.folder().resolve("following.yml"));
      String kafka = servers.kafka().bootstrapServers();
      Path logs = servers.folder().resolve("logs");
      EnrichedTopic topic = new EnrichedTopic(workplace, kafka);
      topic.fill(0);
      try (ServiceProcess _ =
              ServiceProcess.indexer(
                  kafka, servers.elasticsearch().uri(), logs.resolve("indexer.log"));
          ServiceProcess notifier =
              ServiceProcess.notifier(
                  kafka,
                  servers.elasticsearch().uri(),
                  file,
                  mail.port(),
                  logs.resolve("notifier.log"))) {
        awaitReaders(kafka);
        Instant arrived = workplace.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        topic.add(0, 1, paper -> young(paper, arrived));
        List<MailSink.Taken> taken = letters(mail);
        Found found =
            new Found(
                readers,
                taken.size(),
                seconds(arrived, taken.getFirst().at()),
                seconds(arrived, taken.getLast().at()),
                notifier.use());
        Path written = results.save(found, List.of(found.line()));
        found.line().forEach((name, value) -> System.out.println(name + ": " + value));
        workplace.console().say("written to " + written);
      }
      return 0;
    }
  }

  /** The operator's file: all search for two words of the paper's title. */
  private Path write(Path file) throws IOException {
    String words =
        Stream.of(workplace.papers().paper(0).title().split(" ", -1))
            .filter(word -> word.matches("[A-Za-z]{7,}"))
            .limit(2)
            .collect(Collectors.joining(" "));
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int reader = 0; reader < readers; reader++) {
        out.write(
            """
            s%d:
              channel: email
              address: reader-%d@example.org
              rhythm: at-once
              searches: [%s]
            """
                .formatted(reader, reader, words));
      }
    }
    return file;
  }

  private void awaitReaders(String kafka) throws IOException, InterruptedException {
    Instant end = workplace.clock().instant().plus(PATIENCE);
    int known = 0;
    try (Consumer<byte[], byte[]> consumer = CommittedReader.open(kafka)) {
      CommittedReader.follow(consumer, Topics.SUBSCRIPTIONS, PATIENCE);
      while (known < readers) {
        known += consumer.poll(LOOK).count();
        if (workplace.clock().instant().isAfter(end)) {
          throw new IOException("only %d subscriptions are known: see the log".formatted(known));
        }
      }
    }
  }

  private List<MailSink.Taken> letters(MailSink mail) throws IOException, InterruptedException {
    Instant end = workplace.clock().instant().plus(PATIENCE);
    while (mail.taken().size() < readers) {
      Thread.sleep(LOOK);
      workplace.console().show("%d letters".formatted(mail.taken().size()));
      if (workplace.clock().instant().isAfter(end)) {
        throw new IOException("only %d letters came".formatted(mail.taken().size()));
      }
    }
    List<MailSink.Taken> taken = mail.taken();
    long recipients = taken.stream().map(MailSink.Taken::recipient).distinct().count();
    if (recipients != readers) {
      throw new IOException("%d letters for %d readers".formatted(taken.size(), recipients));
    }
    return taken;
  }

  private static EnrichedPaper young(EnrichedPaper paper, Instant now) {
    PaperRecord record =
        PaperRecord.newBuilder(paper.getPaper()).setPublished(now).setFetchedAt(now).build();
    return EnrichedPaper.newBuilder(paper).setPaper(record).build();
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1e3;
  }
}
