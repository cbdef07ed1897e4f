package io.paperflow.notifier.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private Handover send(String to, String subject) throws InterruptedException {
    MailSettings settings =
        new MailSettings(
            Optional.of("127.0.0.1"),
            server.port(),
            MailSettings.Security.NONE,
            Optional.empty(),
            "papers@example.org");
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
