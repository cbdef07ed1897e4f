package io.paperflow.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the form to the mailbox and out again, with a real mail server. */
@Timeout(300)
final class FollowTest {

  private static final Pattern LINK = Pattern.compile("http://\\S+/follow/[\\w-]+/[\\w-]+");

  @TempDir private Path folder;

  private int mosses;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void whoFollowsASearchGetsItsNewPapersOnceByMailUntilOneClickEndsIt() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (var up =
        CommandLineProcess.up(
            folder,
            Map.of(
                "PAPERFLOW_NOTIFIER_FILE",
                file("grace@example.org").toString(),
                "PAPERFLOW_NOTIFIER_MAIL_HOST",
                "127.0.0.1",
                "PAPERFLOW_NOTIFIER_MAIL_PORT",
                Integer.toString(mail.getSmtp().getPort()),
                "PAPERFLOW_NOTIFIER_MAIL_SECURITY",
                "none",
                "PAPERFLOW_NOTIFIER_MAIL_FROM",
                "papers@example.org"),
            paper("2611.00001", "Weaving glaciers").toString())) {
      URI base = URI.create(up.awaitLine("page ").replaceFirst("page +", ""));
      assertTrue(up.awaitLine("papers 1").contains("dead letters 0"), up::toString);

      String page =
          post(
              base.resolve("/follow"),
              "searches=ice+%3D+glacier&channel=email&address=ada%40example.org&rhythm=at-once"
                  + "&events=new");
      assertTrue(page.contains("A letter is on its way to ada@example.org"), page);
      String link = link(letter(mail, 1));
      assertTrue(get(URI.create(link + "/confirm")).contains("<button>Confirm</button>"));
      assertTrue(post(URI.create(link + "/confirm"), "").contains("Confirmed."));

      ingest(paper("2611.00002", "Listening to glaciers"));
      ingest(paper("2611.00003", "Nothing of the kind"));
      MimeMessage letter = letter(mail, 2);
      assertEquals("Listening to glaciers", letter.getSubject());
      String body = text(letter);
      assertTrue(body.contains("found by ice"), body);
      assertTrue(body.contains("https://arxiv.org/abs/2611.00002"), body);
      assertEquals("List-Unsubscribe=One-Click", letter.getHeader("List-Unsubscribe-Post", null));

      ingest(paper("2611.00002", "Listening to glaciers"));
      ingest(paper("2611.00004", "More glaciers"));
      assertEquals("More glaciers", letter(mail, 3).getSubject());

      String one = letter.getHeader("List-Unsubscribe", null);
      post(URI.create(one.substring(1, one.length() - 1)), "List-Unsubscribe=One-Click");
      Await.until("it is gone", () -> status(URI.create(link)) == 404);
      assertEquals(3, mail.getReceivedMessages().length);

      ingest(paper("2611.00005", "Lichens grow"));
      MimeMessage own = letter(mail, 4);
      assertEquals("grace@example.org", own.getAllRecipients()[0].toString());
      assertTrue(text(own).contains("found by growing things"), text(own));

      changeFile();
      Await.until("the file's new subscription is known", () -> isTold(mail, "hopper@example.org"));

      api(base);
      digest(link);
      up.signal("TERM");
      up.awaitExit();
    } finally {
      mail.stop();
    }
  }

  /** A subscription of the operator's. */
  private Path file(String address) throws Exception {
    return Files.writeString(
        folder.resolve("follow.yml"),
        """
        greenhouse:
          channel: email
          address: %s
          rhythm: at-once
          searches: [{name: growing things, query: lichens}]
        """
            .formatted(address));
  }

  /** One more subscription of the operator's. */
  private void changeFile() throws Exception {
    Files.writeString(
        folder.resolve("follow.yml"),
        """
        mosses:
          channel: email
          address: hopper@example.org
          rhythm: at-once
          searches: [mosses]
        """,
        StandardOpenOption.APPEND);
  }

  /** Papers that came before a subscription was known are not told to it. */
  private boolean isTold(GreenMail mail, String address) throws Exception {
    ingest(paper("2611.1%04d".formatted(mosses), "Mosses " + mosses++));
    for (MimeMessage letter : mail.getReceivedMessages()) {
      if (letter.getAllRecipients()[0].toString().equals(address)) {
        return true;
      }
    }
    return false;
  }

  private void api(URI base) throws Exception {
    String wish =
        """
        {"channel": "webhook", "address": "https://hooks.example.org/x", "signingKey": "key",
         "rhythm": "weekly", "weekday": 5, "hour": 17, "zone": "Asia/Tokyo", "events": ["new", "code"],
         "searches": ["has:code", {"name": "ice", "query": "glacier"}]}
        """;
    HttpResponse<String> made = json("POST", base.resolve("/api/subscriptions"), wish);
    assertEquals(201, made.statusCode(), made::body);
    JsonNode one = new ObjectMapper().readTree(made.body());
    assertEquals("active", one.path("state").asText());
    assertFalse(made.body().contains("signingKey"));
    URI page = URI.create(one.path("page").asText());
    URI address = base.resolve(page.getPath().replace("/follow/", "/api/subscriptions/"));
    Await.until("it is known", () -> status(address) == 200);

    HttpResponse<String> changed =
        json("PUT", address, wish.replace("weekly", "daily").replace("glacier", "lichens"));
    assertEquals(200, changed.statusCode(), changed::body);
    assertEquals("daily", new ObjectMapper().readTree(changed.body()).path("rhythm").asText());
    URI preview = URI.create(page + "/preview?format=text");
    assertEquals(404, status(preview), "nothing is waiting");
    ingest(paper("2611.00006", "Lichens wait for tomorrow"));
    Await.until("it waits", () -> get(preview).contains("Lichens wait for tomorrow"));
    assertTrue(get(preview).contains("found by ice"), "and why");
    assertEquals(404, status(URI.create(preview + "&date=2026-11-20")), "nothing was sent then");

    HttpResponse<String> refused = json("PUT", address, wish.replace("17", "25"));
    assertEquals(400, refused.statusCode(), refused::body);
    assertTrue(refused.body().contains("hour: must be 0 to 23"), refused::body);
    assertEquals(404, status(URI.create(address + "x")));
    assertEquals(204, json("DELETE", address, "").statusCode());
    Await.until("it is gone", () -> status(address) == 404);
  }

  private HttpResponse<String> json(String method, URI uri, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private void digest(String link) throws Exception {
    Path file = folder.resolve("digest.txt");
    try (var refused = run("digest", "--date", "2999-01-01", "--to", file.toString())) {
      assertEquals(Paperflow.FAILED, refused.awaitExit(), refused::toString);
      assertTrue(refused.err().getFirst().contains("must not lie after"), refused::toString);
    }
    try (var nobody = run("digest", "--follower", link, "--to", file.toString())) {
      assertEquals(Paperflow.FAILED, nobody.awaitExit(), nobody::toString);
      assertFalse(Files.exists(file));
    }
  }

  private CommandLineProcess run(String... arguments) throws Exception {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = folder.resolve("data").toString();
    return CommandLineProcess.run(folder, all);
  }

  private void ingest(Path file) throws Exception {
    try (var ingest = run("ingest", file.toString())) {
      assertEquals(Paperflow.OK, ingest.awaitExit(), ingest::toString);
    }
  }

  private static MimeMessage letter(GreenMail mail, int number) {
    assertTrue(mail.waitForIncomingEmail(90_000, number), "no letter " + number);
    return mail.getReceivedMessages()[number - 1];
  }

  private static String text(MimeMessage letter) throws Exception {
    return ((MimeMultipart) letter.getContent()).getBodyPart(0).getContent().toString();
  }

  private static String link(MimeMessage letter) throws Exception {
    Matcher link = LINK.matcher(text(letter));
    assertTrue(link.find());
    return link.group();
  }

  /** A paper that is two days old. */
  private Path paper(String id, String title) throws Exception {
    OffsetDateTime then = OffsetDateTime.now(ZoneOffset.UTC).minusDays(2);
    return Files.writeString(
        folder.resolve(id + "-" + URLEncoder.encode(title, UTF_8) + ".jsonl"),
        """
        {"id": "%s", "submitter": "Ada Weaver", "authors": "Ada Weaver", "title": "%s", \
        "comments": null, "journal-ref": null, "doi": null, "report-no": null, "categories": \
        "cs.LG", "license": null, "abstract": "It is what its title says.\\n", "versions": \
        [{"version": "v1", "created": "%s"}], "update_date": "%s", "authors_parsed": [["Weaver", \
        "Ada", ""]]}
        """
            .formatted(
                id,
                title,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(then.withNano(0)),
                then.toLocalDate()));
  }

  private String get(URI uri) throws Exception {
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  private int status(URI uri) throws Exception {
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
  }

  private String post(URI uri, String form) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer::body);
    return answer.body();
  }
}
