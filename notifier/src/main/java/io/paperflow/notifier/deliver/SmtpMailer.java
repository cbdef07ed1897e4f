package io.paperflow.notifier.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends letters by SMTP, each over a connection of its own. Thread-safe. */
public final class SmtpMailer {

  private static final Logger log = LoggerFactory.getLogger(SmtpMailer.class);

  private static final String CONNECT_MILLIS = "10000";
  private static final String ANSWER_MILLIS = "30000";

  private final MailSettings settings;
  private final Session session;
  private final InstantSource clock;

  /** A mailer; it connects with each letter. */
  public SmtpMailer(MailSettings settings, InstantSource clock) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
    this.clock = clock;
  }

  private static Properties properties(MailSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", settings.host().orElse(""));
    properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.mime.charset", "UTF-8");
    settings.trust().ifPresent(trust -> properties.put("mail.smtp.ssl.socketFactory", trust));
    // How it introduces itself; else this machine's name is looked up for each letter.
    properties.setProperty("mail.smtp.localhost", domain(settings));
    switch (settings.security()) {
      case NONE -> {}
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
    }
    return properties;
  }

  /** Whether letters can be sent at all. */
  public boolean configured() {
    return settings.host().isPresent();
  }

  /** Sends a letter; see {@link Courier#hand}. */
  public Handover send(Mail mail, Courier.Note before) throws InterruptedException {
    MimeMessage message;
    try {
      message = message(mail);
    } catch (MessagingException e) {
      return new Handover.NotTaken(
          "mail-unwritable", "the letter cannot be written: " + e.getMessage(), true);
    }
    Transport transport;
    try {
      transport = session.getTransport("smtp");
      connect(transport);
    } catch (MessagingException e) {
      return new Handover.NotTaken(
          "mail-server-unreachable",
          "the mail server %s:%d: %s"
              .formatted(settings.host().orElse(""), settings.port(), e.getMessage()),
          false);
    }
    try {
      before.write();
      return hand(transport, message, mail.to());
    } finally {
      close(transport);
    }
  }

  /** How the goodbye goes changes nothing of what was said before. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      log.debug("the mail server did not say goodbye", e);
    }
  }

  private void connect(Transport transport) throws MessagingException {
    if (settings.login().isPresent()) {
      MailSettings.Login login = settings.login().get();
      transport.connect(login.name(), login.password());
    } else {
      transport.connect();
    }
  }

  private static Handover hand(Transport transport, MimeMessage message, String to) {
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return new Handover.Taken();
    } catch (MessagingException e) {
      int code = code(e);
      return code < 0
          ? new Handover.Unknown("the mail server broke off: " + e.getMessage())
          : new Handover.NotTaken(
              "mail-refused-" + code,
              "the mail server refuses %s: %s".formatted(to, e.getMessage()),
              code >= 500);
    }
  }

  /** The server's answer, or -1 when there was none. */
  private static int code(MessagingException e) {
    Exception cause = e;
    while (cause instanceof MessagingException failure) {
      int code =
          switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> -1;
          };
      // What fails for its recipients tells why in the exception behind it.
      if (code >= 400 && !(failure.getNextException() instanceof SendFailedException)) {
        return code;
      }
      cause = failure.getNextException();
    }
    return -1;
  }

  private MimeMessage message(Mail mail) throws MessagingException {
    MimeMessage message = new Named(session, mail.id() + "@" + domain());
    message.setFrom(new InternetAddress(settings.from(), true));
    message.setRecipient(Message.RecipientType.TO, address(mail.to()));
    message.setSubject(mail.subject(), UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("List-Id", "paperflow <papers." + domain() + ">");
    if (mail.unsubscribe().isPresent()) {
      message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe().get() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8.name());
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), UTF_8.name(), "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  /** One plain address: what could add others, or header fields, is none. */
  public static InternetAddress address(String text) throws AddressException {
    InternetAddress address = new InternetAddress(text, true);
    if (!text.matches("[\\x21-\\x7E]{3,254}") || !text.equals(address.getAddress())) {
      throw new AddressException("not one plain address", text);
    }
    return address;
  }

  private String domain() {
    return domain(settings);
  }

  private static String domain(MailSettings settings) {
    return settings.from().substring(settings.from().lastIndexOf('@') + 1);
  }

  /** A message that keeps the name it was given. */
  private static final class Named extends MimeMessage {
    private final String id;

    Named(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
