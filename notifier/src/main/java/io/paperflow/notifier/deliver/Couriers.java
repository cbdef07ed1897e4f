package io.paperflow.notifier.deliver;

/** Delivers in whatever way a subscription asks for. Thread-safe. */
public final class Couriers implements Courier {

  private final Courier mail;
  private final Courier webhooks;

  /** The ways there are. */
  public Couriers(Courier mail, Courier webhooks) {
    this.mail = mail;
    this.webhooks = webhooks;
  }

  @Override
  public Handover hand(Parcel parcel, Note before) throws InterruptedException {
    return switch (parcel.subscription().getChannel()) {
      case EMAIL -> mail.hand(parcel, before);
      case WEBHOOK, SLACK, DISCORD, TELEGRAM -> webhooks.hand(parcel, before);
      case UNKNOWN ->
          new Handover.NotTaken(
              "channel-unknown", "made by a newer version: update this one", false);
    };
  }
}
