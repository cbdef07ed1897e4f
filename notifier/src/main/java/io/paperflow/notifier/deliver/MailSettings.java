package io.paperflow.notifier.deliver;

import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * How letters are sent.
 *
 * @param host of the SMTP server; empty when none is sent
 * @param trust makes connections with TLS to servers that it trusts; empty for those that the JVM
 *     trusts
 * @param login empty when the server asks for none
 * @param from the sender's address
 */
public record MailSettings(
    Optional<String> host,
    int port,
    Security security,
    Optional<SSLSocketFactory> trust,
    Optional<Login> login,
    String from) {

  /** How the connection is secured. */
  public enum Security {
    /** Not at all, as to a server on this machine. */
    NONE,
    /** Begins in the clear and must change to TLS. */
    STARTTLS,
    /** TLS from the beginning. */
    TLS
  }

  /** A name and a password. */
  public record Login(String name, String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return name;
    }
  }
}
