package io.paperflow.notifier;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.paperflow.notifier.deliver.FollowLinks;
import io.paperflow.notifier.deliver.MailSettings;
import io.paperflow.notifier.deliver.SmtpMailer;
import io.paperflow.service.Authorities;
import io.paperflow.service.SettingsCheck;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * How people are reached.
 *
 * @param publicAddress where this instance is reached from outside, for the links in what is sent
 * @param mailHost the SMTP server; blank when no mail is sent
 * @param mailSecurity none, starttls or tls
 * @param mailCaCertificate path of a PEM file with the certificates of the authorities that sign
 *     the server's certificate; blank for the JVM's authorities. Read once, at the start
 * @param mailUser blank when the server asks for no login
 * @param mailFrom the sender's address
 * @param file of subscriptions; blank for none
 */
@Requires(env = "notifier")
@ConfigurationProperties(NotifierSettings.PREFIX)
record NotifierSettings(
    String publicAddress,
    String mailHost,
    int mailPort,
    String mailSecurity,
    String mailCaCertificate,
    String mailUser,
    String mailPassword,
    String mailFrom,
    String file)
    implements SettingsCheck {

  static final String PREFIX = "paperflow.notifier";

  /** Whether the loops run. */
  static final String ENABLED = PREFIX + ".enabled";

  FollowLinks links() {
    return FollowLinks.at(URI.create(publicAddress));
  }

  MailSettings mail() {
    return new MailSettings(
        Optional.of(mailHost).filter(host -> !host.isBlank()),
        mailPort,
        MailSettings.Security.valueOf(mailSecurity.toUpperCase(Locale.ROOT)),
        mailCaCertificate.isBlank() ? Optional.empty() : Optional.of(trusting()),
        Optional.of(mailUser)
            .filter(user -> !user.isBlank())
            .map(user -> new MailSettings.Login(user, mailPassword)),
        mailFrom);
  }

  private SSLSocketFactory trusting() {
    try {
      return Authorities.context(Path.of(mailCaCertificate)).getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "%s.mail-ca-certificate: %s holds no certificates in PEM form: %s"
              .formatted(PREFIX, mailCaCertificate, e),
          e);
    }
  }

  @Override
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!publicAddress.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/\\S*)?")) {
      problems.add(
          PREFIX
              + ".public-address: '"
              + publicAddress
              + "' is no address such as"
              + " https://papers.example.org");
    }
    if (!List.of("none", "starttls", "tls").contains(mailSecurity.toLowerCase(Locale.ROOT))) {
      problems.add(PREFIX + ".mail-security: '" + mailSecurity + "' must be none, starttls or tls");
    }
    if (mailPort < 1 || mailPort > 65_535) {
      problems.add(PREFIX + ".mail-port: " + mailPort + " must be from 1 to 65535");
    }
    if (!mailCaCertificate.isBlank()) {
      try {
        var _ = trusting();
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    }
    if (!mailHost.isBlank()) {
      try {
        var _ = SmtpMailer.address(mailFrom);
      } catch (AddressException e) {
        problems.add(
            PREFIX + ".mail-from: '" + mailFrom + "' is no address such as papers@example.org");
      }
    }
    return problems;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return publicAddress + ", " + mailHost + ":" + mailPort;
  }
}
