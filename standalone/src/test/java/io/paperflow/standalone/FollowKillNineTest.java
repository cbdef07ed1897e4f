package io.paperflow.standalone;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.paperflow.embedded.DataDirectory;
import io.paperflow.embedded.EmbeddedServers;
import io.paperflow.embedded.ServerOptions;
import io.paperflow.enricher.EnricherApplication;
import io.paperflow.fetcher.FetcherApplication;
import io.paperflow.indexer.IndexerApplication;
import io.paperflow.notifier.NotifierApplication;
import io.paperflow.parser.ParserApplication;
import io.paperflow.schemas.Topics;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two notifiers send letters to a real mail server, and each is killed with {@code kill -9} at
 * random moments of it and started again at once.
 */
@Timeout(600)
final class FollowKillNineTest {

  private static final int READERS = 250;
  private static final int PAPERS = 5;

  /** Letters of a notifier under way at once, if it holds all four leases. */
  private static final int UNDER_WAY = 4 * 8;

  private static final Pattern PAPER = Pattern.compile("https://arxiv\\.org/abs/([\\d.]+)");

  @TempDir private Path folder;

  /** A paper in somebody's letter. */
  private record Told(String reader, String paper) {}

  /** A letter that tells of it. */
  private record Copy(Told told, String messageId) {}

  @Test
  void everyReaderIsToldOfEveryPaperAndOnlyLettersUnderWayAreRepeated() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (DataDirectory data = DataDirectory.open(folder.resolve("data"));
        EmbeddedServers servers =
            EmbeddedServers.start(data, ServerOptions.kafka(), ServerOptions.elasticsearch())) {
      Start start = new Start(environment(servers, mail));
      try (ServedKafka topics = new ServedKafka(servers.kafka().bootstrapServers());
          ServiceProcess _ = start.service(ParserApplication.class, "parser");
          ServiceProcess _ = start.service(EnricherApplication.class, "enricher");
          ServiceProcess _ = start.service(IndexerApplication.class, "indexer")) {
        int kills = sendWhileNotifiersDie(start, topics, mail);
        check(copies(mail), kills);
      }
    } finally {
      mail.stop();
    }
  }

  private int sendWhileNotifiersDie(Start start, ServedKafka topics, GreenMail mail)
      throws Exception {
    long seed = Long.getLong("paperflow.test.seed", System.nanoTime());
    System.out.printf(
        "FollowKillNineTest: -Dpaperflow.test.seed=%d draws the same moments%n", seed);
    Random random = new Random(seed);
    try (Victim one = victim("one", start, mail, random);
        Victim two = victim("two", start, mail, random)) {
      Await.until("the readers are known", () -> topics.end(Topics.SUBSCRIPTIONS) >= READERS);
      start.ingest(write("papers.jsonl", 0, PAPERS));
      Await.until(
          "all kills",
          () -> {
            boolean oneDied = one.diesWhenItsTimeHasCome();
            return two.diesWhenItsTimeHasCome() && oneDied;
          });
      awaitLetters(mail, PAPERS);
      // Whoever would tell something again does so before this.
      start.ingest(write("last.jsonl", PAPERS, PAPERS + 1));
      awaitLetters(mail, PAPERS + 1);
      assertTrue(one.hits() + two.hits() > 0, "never killed at work");
      return one.hits() + two.hits();
    }
  }

  private static Victim victim(String name, Start start, GreenMail mail, Random random)
      throws Exception {
    return new Victim(
        "notifier " + name,
        start.service(NotifierApplication.class, name),
        () -> mail.getReceivedMessages().length,
        READERS,
        random);
  }

  private static void awaitLetters(GreenMail mail, int papers) throws Exception {
    Await.until(
        "letters about %d papers for %d readers".formatted(papers, READERS),
        () -> {
          Set<Told> told = new HashSet<>();
          copies(mail).forEach(copy -> told.add(copy.told()));
          return told.size() == papers * READERS;
        });
  }

  private static void check(List<Copy> copies, int kills) {
    Map<Told, List<Copy>> all = copies.stream().collect(groupingBy(Copy::told));
    Set<String> repeated = new HashSet<>();
    all.forEach(
        (told, letters) -> {
          assertTrue(letters.size() <= 2, told + " came in " + letters);
          assertEquals(1, letters.stream().distinct().count(), "one name: " + letters);
          letters.stream().skip(1).forEach(copy -> repeated.add(copy.messageId()));
        });
    System.out.printf("FollowKillNineTest: %d kills, %d repeats%n", kills, repeated.size());
    assertTrue(repeated.size() <= kills * UNDER_WAY, repeated.size() + " letters came twice");
  }

  private static List<Copy> copies(GreenMail mail) throws Exception {
    List<Copy> copies = new ArrayList<>();
    for (MimeMessage letter : mail.getReceivedMessages()) {
      String text = ((MimeMultipart) letter.getContent()).getBodyPart(0).getContent().toString();
      Set<String> papers = new HashSet<>();
      for (Matcher paper = PAPER.matcher(text); paper.find(); ) {
        papers.add(paper.group(1));
      }
      String reader = letter.getAllRecipients()[0].toString();
      papers.forEach(paper -> copies.add(new Copy(new Told(reader, paper), messageId(letter))));
    }
    return copies;
  }

  private static String messageId(MimeMessage letter) {
    try {
      return letter.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException("a letter without a name", e);
    }
  }

  private Map<String, String> environment(EmbeddedServers servers, GreenMail mail)
      throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("PAPERFLOW_KAFKA_BOOTSTRAP_SERVERS", servers.kafka().bootstrapServers());
    environment.put("PAPERFLOW_ELASTICSEARCH_URIS", servers.elasticsearch().uri().toString());
    environment.put("PAPERFLOW_FORGES_ENABLED", "false");
    environment.put("PAPERFLOW_NOTIFIER_FILE", readers().toString());
    environment.put("PAPERFLOW_NOTIFIER_MAIL_HOST", "127.0.0.1");
    environment.put("PAPERFLOW_NOTIFIER_MAIL_PORT", Integer.toString(mail.getSmtp().getPort()));
    environment.put("PAPERFLOW_NOTIFIER_MAIL_SECURITY", "none");
    environment.put("PAPERFLOW_NOTIFIER_MAIL_FROM", "papers@example.org");
    environment.put("MICRONAUT_SERVER_HOST", "127.0.0.1");
    environment.put("MICRONAUT_SERVER_PORT", "-1");
    return environment;
  }

  /** The operator's file: all follow the same search. */
  private Path readers() throws IOException {
    StringBuilder readers = new StringBuilder();
    for (int n = 0; n < READERS; n++) {
      readers.append(
          """
          r%d:
            channel: email
            address: r%d@example.org
            rhythm: at-once
            searches: [glaciers]
          """
              .formatted(n, n));
    }
    return Files.writeString(folder.resolve("follow.yml"), readers);
  }

  /** Papers that are two days old. */
  private Path write(String name, int from, int to) throws IOException {
    OffsetDateTime then = OffsetDateTime.now(ZoneOffset.UTC).minusDays(2).withNano(0);
    StringBuilder lines = new StringBuilder();
    for (int n = from; n < to; n++) {
      lines.append(
          """
          {"id": "2611.%05d", "authors": "Ada Weaver", "title": "Glaciers %d", "comments": null, \
          "categories": "cs.LG", "abstract": "What ice does.", "versions": [{"version": "v1", \
          "created": "%s"}], "update_date": "%s", "authors_parsed": [["Weaver", "Ada", ""]]}
          """
              .formatted(
                  n + 1, n, DateTimeFormatter.RFC_1123_DATE_TIME.format(then), then.toLocalDate()));
    }
    return Files.writeString(folder.resolve(name), lines);
  }

  private record Start(Map<String, String> environment) {

    ServiceProcess service(Class<?> main, String instance, String... arguments) throws IOException {
      Map<String, String> own = new HashMap<>(environment);
      own.put("PAPERFLOW_KAFKA_INSTANCE_ID", instance);
      Path log = Path.of("target", "follow-kill-nine-" + instance + ".log").toAbsolutePath();
      return ServiceProcess.start(main, log, own, arguments);
    }

    void ingest(Path file) throws Exception {
      try (ServiceProcess fetcher = service(FetcherApplication.class, "fetcher", file.toString())) {
        assertEquals(0, fetcher.awaitExit(), "exit code of the fetcher");
      }
    }
  }
}
