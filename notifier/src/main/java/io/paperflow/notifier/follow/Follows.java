package io.paperflow.notifier.follow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperflow.catalogue.query.IndexUnavailableException;
import io.paperflow.catalogue.query.InvalidSearchException;
import io.paperflow.notifier.deliver.FollowLinks;
import io.paperflow.notifier.deliver.Handover;
import io.paperflow.notifier.deliver.Mail;
import io.paperflow.notifier.deliver.SmtpMailer;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Publication;
import io.paperflow.schemas.Channel;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.SubscriptionState;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes, changes and ends subscriptions for whoever asks. Thread-safe. */
public final class Follows {

  private static final int ID_BYTES = 9;
  private static final int SECRET_BYTES = 18;

  /** Takes records. */
  @FunctionalInterface
  public interface Writer {

    /** Empty when all were taken. */
    Optional<Failure> write(List<Publication> publications) throws InterruptedException;
  }

  /** Sets what was wished for. */
  @FunctionalInterface
  public interface Filling {

    /**
     * Sets it.
     *
     * @throws InvalidSearchException when it cannot be
     */
    Subscription.Builder fill(Subscription.Builder subscription);
  }

  /** What the ids of the operator's own begin with. */
  private static final String OWN = "file-";

  private final Subscriptions subscriptions;
  private final Writer writer;
  private final SmtpMailer mailer;
  private final FollowLinks links;
  private final SignUps signUps;
  private final InstantSource clock;
  private final SubscriptionRecords records = new SubscriptionRecords();
  private final SecureRandom random = new SecureRandom();

  /** Subscriptions that a writer takes. */
  public Follows(
      Subscriptions subscriptions,
      Writer writer,
      SmtpMailer mailer,
      FollowLinks links,
      InstantSource clock) {
    this.subscriptions = subscriptions;
    this.writer = writer;
    this.mailer = mailer;
    this.links = links;
    this.signUps = new SignUps(clock);
    this.clock = clock;
  }

  /** Too many subscriptions were made. */
  public static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyException() {
      super("Too many subscriptions were made here: try again in an hour");
    }
  }

  /**
   * Makes a subscription. One by mail is pending until its address is confirmed, for which a letter
   * is sent.
   *
   * @param client who asks, for the limits
   * @param filling sets what was wished for
   * @throws InvalidSearchException when what was wished for cannot be
   * @throws TooManyException when too many were made
   * @throws IndexUnavailableException when it cannot be kept or the letter not be sent now
   */
  public Subscription create(String client, String origin, Filling filling)
      throws InterruptedException {
    Instant now = clock.instant();
    Subscription wished =
        filling
            .fill(
                blank()
                    .setId(random(ID_BYTES))
                    .setSecret(random(SECRET_BYTES))
                    .setOrigin(origin)
                    .setCreatedAt(now)
                    .setSince(now))
            .build();
    boolean byMail = wished.getChannel() == Channel.EMAIL;
    if (byMail && !mailer.configured()) {
      throw new InvalidSearchException(
          "channel: this instance sends no mail; its operator sets"
              + " PAPERFLOW_NOTIFIER_MAIL_HOST");
    }
    if (!signUps.count(client, wished.getAddress())) {
      throw new TooManyException();
    }
    Subscription made =
        byMail
            ? Subscription.newBuilder(wished).setState(SubscriptionState.PENDING).build()
            : wished;
    write(records.of(made));
    if (byMail) {
      askToConfirm(made);
    }
    return made;
  }

  private String random(int bytes) {
    byte[] chance = new byte[bytes];
    random.nextBytes(chance);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
  }

  private void askToConfirm(Subscription subscription) throws InterruptedException {
    String link = links.confirm(subscription);
    Handover handover =
        mailer.send(
            new Mail(
                "confirm-" + subscription.getId(),
                subscription.getAddress(),
                "Confirm what you follow",
                "Somebody, probably you, wants papers to be sent to this address.\n\n"
                    + "To confirm it: "
                    + link
                    + "\n\nIf it was not you, do nothing: without that nothing is sent.\n",
                "<p>Somebody, probably you, wants papers to be sent to this address.</p><p><a"
                    + " href=\""
                    + link
                    + "\">Confirm it</a></p><p>If it was not you, do nothing: without that nothing"
                    + " is sent.</p>",
                Optional.empty()),
            () -> {});
    if (handover instanceof Handover.NotTaken no) {
      write(records.end(subscription));
      if (no.forGood()) {
        throw new InvalidSearchException("address: " + no.reason());
      }
      throw new IndexUnavailableException(
          "The letter that asks to confirm the address could not be sent.",
          new IOException(no.reason()));
    }
  }

  /** The subscription with an id, for those who know its secret. */
  public Optional<Subscription> find(String id, String secret) {
    return subscriptions
        .find(id)
        .filter(
            one -> MessageDigest.isEqual(one.getSecret().getBytes(UTF_8), secret.getBytes(UTF_8)));
  }

  /**
   * Changes one. A changed mail address is to be confirmed anew.
   *
   * @throws InvalidSearchException when what was wished for cannot be
   */
  public Subscription change(Subscription before, Filling filling) throws InterruptedException {
    Subscription wished = filling.fill(Subscription.newBuilder(before)).build();
    boolean elsewhere =
        wished.getChannel() == Channel.EMAIL
            && !(before.getChannel() == Channel.EMAIL
                && wished.getAddress().equals(before.getAddress()));
    if (elsewhere && !signUps.count("change " + before.getId(), wished.getAddress())) {
      throw new TooManyException();
    }
    Subscription after =
        elsewhere
            ? Subscription.newBuilder(wished).setState(SubscriptionState.PENDING).build()
            : wished;
    write(records.of(after));
    if (elsewhere) {
      askToConfirm(after);
    }
    return after;
  }

  /** The owner of the address agrees: from now on papers count. */
  public Subscription confirm(Subscription pending) throws InterruptedException {
    if (pending.getState() != SubscriptionState.PENDING) {
      return pending;
    }
    Subscription active =
        Subscription.newBuilder(pending)
            .setState(SubscriptionState.ACTIVE)
            .setSince(clock.instant())
            .build();
    write(records.of(active));
    return active;
  }

  /** Ends one; nothing but its id is kept. */
  public void end(Subscription subscription) throws InterruptedException {
    write(records.end(subscription));
  }

  /** Something to be filled, of which nothing is known yet. */
  public static Subscription.Builder blank() {
    return Subscription.newBuilder()
        .setId("")
        .setSecret("")
        .setOrigin("")
        .setState(SubscriptionState.ACTIVE)
        .setCreatedAt(Instant.EPOCH)
        .setSince(Instant.EPOCH);
  }

  /**
   * Makes the operator's own subscriptions, by name, what is wished for; those that are not named
   * end.
   *
   * @return false while it is not known which there are
   * @throws IndexUnavailableException when they cannot be kept now
   */
  public boolean replaceOwn(Map<String, Filling> wished) throws InterruptedException {
    if (!subscriptions.known()) {
      return false;
    }
    Instant now = clock.instant();
    for (Map.Entry<String, Filling> one : wished.entrySet()) {
      String id = OWN + one.getKey();
      Optional<Subscription> before = subscriptions.find(id);
      Subscription.Builder base =
          before
              .map(Subscription::newBuilder)
              .orElseGet(
                  () ->
                      blank()
                          .setId(id)
                          .setSecret(random(SECRET_BYTES))
                          .setOrigin("file")
                          .setCreatedAt(now)
                          .setSince(now));
      Subscription after = one.getValue().fill(base).setState(SubscriptionState.ACTIVE).build();
      if (before.filter(after::equals).isEmpty()) {
        write(records.of(after));
      }
    }
    for (Subscription one : subscriptions.all()) {
      if (one.getId().startsWith(OWN) && !wished.containsKey(one.getId().substring(OWN.length()))) {
        end(one);
      }
    }
    return true;
  }

  private void write(Publication publication) throws InterruptedException {
    Optional<Failure> failure = writer.write(List.of(publication));
    if (failure.isPresent()) {
      throw new IndexUnavailableException(
          "What you follow could not be kept.", new IOException(failure.get().message()));
    }
  }
}
