package io.paperflow.notifier.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.paperflow.notifier.deliver.MailSettings.Login;
import io.paperflow.service.Authorities;
import io.paperflow.testkit.SelfSigned;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class SmtpMailerTest {

  private final AtomicInteger noted = new AtomicInteger();
  private PlayedSmtp server;

  @BeforeEach
  void start() throws Exception {
    server = PlayedSmtp.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void aLetterHasItsHeaderAndBothParts() throws Exception {
    assertEquals(new Handover.Taken(), send("ada@example.org", "Zoë reads"));

    String letter = server.letters().getFirst();
    for (String line :
        new String[] {
          "Message-ID: <d-1@example.org>",
          "To: ada@example.org",
          "From: papers@example.org",
          "List-Unsubscribe: <https://papers.example.org/follow/s/x/end>",
          "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
          "Auto-Submitted: auto-generated",
          "Content-Type: text/plain; charset=UTF-8",
          "Content-Type: text/html; charset=UTF-8"
        }) {
      assertTrue(letter.contains(line), line + " is not in\n" + letter);
    }
    assertEquals(1, noted.get());
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 no such mailbox, mail-refused-550, true",
    "RCPT, 450 mailbox busy, mail-refused-450, false",
    "RCPT, 452 too many, mail-refused-452, false",
    "MAIL, 553 not you, mail-refused-553, true",
    "DATA, 451 later, mail-refused-451, false",
    "., 554 spam, mail-refused-554, true",
    "., 421 closing, mail-refused-421, false",
  })
  void whatTheServerSaysIsCertain(String to, String answer, String code, boolean forGood)
      throws Exception {
    server.answers(to, answer);

    Handover.NotTaken no =
        assertInstanceOf(Handover.NotTaken.class, send("ada@example.org", "Rivers"));

    assertEquals(code, no.code());
    assertEquals(forGood, no.forGood());
  }

  @Test
  void aServerThatTakesALetterAndDoesNotAnswerLeavesItOpen() throws Exception {
    server.answers(".", PlayedSmtp.HANGS_UP);

    Handover handover = send("ada@example.org", "Rivers");
    assertInstanceOf(Handover.Unknown.class, handover, handover::toString);
    assertEquals(1, server.letters().size());
    assertEquals(1, noted.get());
  }

  @Test
  void aServerThatHangsUpInsteadOfAGoodbyeHasTakenIt() throws Exception {
    server.answers("QUIT", PlayedSmtp.HANGS_UP);

    assertEquals(new Handover.Taken(), send("ada@example.org", "Rivers"));
  }

  @Test
  void whatDoesNotConnectIsNotNoted() throws Exception {
    server.close();

    Handover.NotTaken no =
        assertInstanceOf(Handover.NotTaken.class, send("ada@example.org", "Rivers"));

    assertFalse(no.forGood());
    assertEquals("mail-server-unreachable", no.code());
    assertEquals(0, noted.get());
  }

  @ParameterizedTest
  @CsvSource({
    "'ada@example.org\r\nBcc: all@example.org'",
    "'ada@example.org, eve@example.org'",
    "'Ada <ada@example.org>'",
    "'ada'",
  })
  void anAddressIsOneAddress(String to) throws Exception {
    assertTrue(assertInstanceOf(Handover.NotTaken.class, send(to, "Rivers")).forGood());
    assertEquals(0, server.letters().size());
  }

  @Test
  void aSubjectCannotAddToTheHeader() throws Exception {
    var _ = send("ada@example.org", "Rivers\r\nBcc: all@example.org");

    assertTrue(
        server.letters().stream()
            .flatMap(String::lines)
            .noneMatch(line -> line.startsWith("Bcc:")));
  }

  @ParameterizedTest
  @EnumSource(
      value = MailSettings.Security.class,
      names = {"STARTTLS", "TLS"})
  void nothingGoesOutInTheClearWhereTlsIsAskedFor(MailSettings.Security security) throws Exception {
    Handover handover =
        send(
            settings(server.port(), security, Optional.of(new Login("papers", "word"))),
            "ada@example.org",
            "Rivers");

    assertFalse(assertInstanceOf(Handover.NotTaken.class, handover).forGood());
    assertEquals(0, server.letters().size());
    assertTrue(server.lines().stream().noneMatch(line -> line.startsWith("AUTH")));
    assertEquals(0, noted.get());
  }

  @ParameterizedTest
  @EnumSource(
      value = MailSettings.Security.class,
      names = {"STARTTLS", "TLS"})
  void aServerOfATrustedAuthorityGetsLettersByTls(
      MailSettings.Security security, @TempDir Path folder) throws Exception {
    SelfSigned keys = SelfSigned.make(folder, "dns:localhost", "ip:127.0.0.1");
    SSLSocketFactory trust = Authorities.context(keys.certificate()).getSocketFactory();
    try (PlayedSmtp secured = secured(security, keys)) {
      assertEquals(new Handover.Taken(), send(trusting(secured, security, trust)));
      assertEquals(1, secured.letters().size());
      assertEquals(
          security == MailSettings.Security.STARTTLS ? 1 : 0,
          secured.lines().stream().filter("STARTTLS"::equals).count());
      assertEquals(1, noted.get());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = MailSettings.Security.class,
      names = {"STARTTLS", "TLS"})
  void aServerThatNobodyVouchesForGetsNothing(MailSettings.Security security, @TempDir Path folder)
      throws Exception {
    SelfSigned keys = SelfSigned.make(folder, "dns:localhost", "ip:127.0.0.1");
    SSLSocketFactory others = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (PlayedSmtp secured = secured(security, keys)) {
      refused(secured, trusting(secured, security, others));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = MailSettings.Security.class,
      names = {"STARTTLS", "TLS"})
  void aCertificateOfAnotherServerIsNoCertificate(
      MailSettings.Security security, @TempDir Path folder) throws Exception {
    SelfSigned keys = SelfSigned.make(folder, "dns:mail.example.org");
    SSLSocketFactory trust = Authorities.context(keys.certificate()).getSocketFactory();
    try (PlayedSmtp secured = secured(security, keys)) {
      refused(secured, trusting(secured, security, trust));
    }
  }

  private void refused(PlayedSmtp secured, MailSettings settings) throws Exception {
    Handover handover = send(settings);
    assertFalse(assertInstanceOf(Handover.NotTaken.class, handover).forGood());
    assertEquals(0, secured.letters().size());
    assertTrue(secured.lines().stream().noneMatch(line -> line.startsWith("MAIL")));
    assertEquals(0, noted.get());
  }

  private static PlayedSmtp secured(MailSettings.Security security, SelfSigned keys)
      throws Exception {
    return security == MailSettings.Security.TLS
        ? PlayedSmtp.tls(keys.context())
        : PlayedSmtp.startTls(keys.context());
  }

  private static MailSettings trusting(
      PlayedSmtp server, MailSettings.Security security, SSLSocketFactory trust) {
    return new MailSettings(
        Optional.of("127.0.0.1"),
        server.port(),
        security,
        Optional.of(trust),
        Optional.empty(),
        "papers@example.org");
  }

  private Handover send(MailSettings settings) throws Exception {
    return send(settings, "ada@example.org", "Rivers");
  }

  @Test
  void itLogsInAndAWrongPasswordIsTriedAgainLater() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try {
      mail.setUser("papers@example.org", "papers", "word");
      int port = mail.getSmtp().getPort();
      Handover right =
          send(
              settings(port, MailSettings.Security.NONE, Optional.of(new Login("papers", "word"))),
              "ada@example.org",
              "Rivers");
      Handover wrong =
          send(
              settings(port, MailSettings.Security.NONE, Optional.of(new Login("papers", "words"))),
              "ada@example.org",
              "Rivers");

      assertEquals(new Handover.Taken(), right);
      assertFalse(assertInstanceOf(Handover.NotTaken.class, wrong).forGood());
      assertFalse(wrong.toString().contains("words"), wrong::toString);
      assertEquals(1, mail.getReceivedMessages().length);
    } finally {
      mail.stop();
    }
  }

  private static MailSettings settings(
      int port, MailSettings.Security security, Optional<Login> login) {
    return new MailSettings(
        Optional.of("127.0.0.1"), port, security, Optional.empty(), login, "papers@example.org");
  }

  private Handover send(String to, String subject) throws InterruptedException {
    return send(settings(server.port(), MailSettings.Security.NONE, Optional.empty()), to, subject);
  }

  private Handover send(MailSettings settings, String to, String subject)
      throws InterruptedException {
    return new SmtpMailer(settings, InstantSource.system())
        .send(
            new Mail(
                "d-1",
                to,
                subject,
                "text",
                "<p>html</p>",
                Optional.of("https://papers.example.org/follow/s/x/end")),
            noted::incrementAndGet);
  }
}
