package io.paperflow.notifier.deliver;

import io.paperflow.notifier.digest.DigestHtml;
import io.paperflow.notifier.digest.DigestText;
import java.util.Optional;

/** Delivers by mail. Thread-safe. */
public final class MailCourier implements Courier {

  private final SmtpMailer mailer;
  private final DigestHtml html;
  private final FollowLinks links;

  /** Letters sent by a mailer. */
  public MailCourier(SmtpMailer mailer, DigestHtml html, FollowLinks links) {
    this.mailer = mailer;
    this.html = html;
    this.links = links;
  }

  @Override
  public Handover hand(Parcel parcel, Note before) throws InterruptedException {
    if (!mailer.configured()) {
      return new Handover.NotTaken(
          "mail-not-configured", "no mail server is set: set paperflow.mail.host", false);
    }
    return mailer.send(
        new Mail(
            parcel.delivery(),
            parcel.subscription().getAddress(),
            parcel.digest().title(),
            DigestText.of(parcel.digest()),
            html.of(parcel.digest()),
            Optional.of(links.unsubscribe(parcel.subscription()))),
        before);
  }
}
