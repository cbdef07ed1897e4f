package io.paperflow.notifier.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.paperflow.notifier.deliver.FollowLinks;
import io.paperflow.notifier.deliver.MailCourier;
import io.paperflow.notifier.deliver.MailSettings;
import io.paperflow.notifier.deliver.SmtpMailer;
import io.paperflow.notifier.digest.DigestHtml;
import io.paperflow.schemas.Subscription;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A thousand subscribers, a real mail server, and a service that is killed again and again. */
class ManyLettersTest {

  private static final int SUBSCRIBERS = 1000;

  @Test
  void everyoneGetsEachPaperOnceAndAtMostOneRepeatForEachKill() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      MailSettings settings =
          new MailSettings(
              Optional.of("127.0.0.1"),
              server.getSmtp().getPort(),
              MailSettings.Security.NONE,
              Optional.empty(),
              Optional.empty(),
              "papers@example.org");
      MailCourier courier =
          new MailCourier(
              new SmtpMailer(settings, InstantSource.system()),
              new DigestHtml(templates()),
              new FollowLinks("https://papers.example.org"));
      try (Post post = new Post(courier)) {
        deliver(post);
        check(post, server.getReceivedMessages());
      }
    } finally {
      server.stop();
    }
  }

  private static void deliver(Post post) {
    List<Subscription> all = new ArrayList<>();
    for (int i = 0; i < SUBSCRIBERS; i++) {
      all.add(post.subscribe(i, s -> s));
    }
    all.forEach(one -> post.happened(one, "paper"));
    Random random = new Random(5);
    // Two calls a letter and a few at its end: some forty letters between two kills.
    while (!post.work(post.lease(Duration.ofHours(2)).breaksAt(1 + random.nextInt(400)))) {
      assertTrue(random.nextInt() != 0);
    }
  }

  private static void check(Post post, MimeMessage[] letters) throws Exception {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, TreeSet<String>> names = new HashMap<>();
    for (MimeMessage letter : letters) {
      String to = letter.getRecipients(Message.RecipientType.TO)[0].toString();
      counts.merge(to, 1, Integer::sum);
      names.computeIfAbsent(to, _ -> new TreeSet<>()).add(letter.getMessageID());
      assertEquals("Paper paper", letter.getSubject());
    }
    assertEquals(SUBSCRIBERS, counts.size());
    assertTrue(counts.values().stream().allMatch(count -> count <= 2), "a third copy");
    long repeats = counts.values().stream().filter(count -> count == 2).count();
    assertTrue(repeats <= post.counted("paperflow.notifier.repeats"), "uncounted repeats");
    assertTrue(names.values().stream().allMatch(one -> one.size() == 1), "repeats of other names");
  }

  private static TemplateEngine templates() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("views/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
