package io.paperflow.standalone;

import io.paperflow.notifier.deliver.Handover;
import io.paperflow.notifier.deliver.Mail;
import io.paperflow.notifier.deliver.SmtpMailer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes or sends the digest of a day. */
@Command(
    name = "digest",
    description = {
      "Writes the digest of a day to a file, or sends it to an address: what was trending at the"
          + " day's end, or, with --follower, what was sent to a subscription then.",
      "Needs a running instance; letters go out by the server that PAPERFLOW_NOTIFIER_MAIL_HOST"
          + " and the settings beside it name."
    },
    mixinStandardHelpOptions = true)
final class DigestCommand implements Callable<Integer> {

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "Such as 2026-11-20, in UTC (default: yesterday).")
  private Optional<LocalDate> date = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "FILE|ADDRESS",
      required = true,
      description = "A mail address; else a file, plain text when its name ends with .txt.")
  private String to = "";

  @Option(
      names = "--follower",
      paramLabel = "LINK",
      description = "The address of a subscription's page.")
  private Optional<URI> follower = Optional.empty();

  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli injects the field.
  DigestCommand() {}

  @Override
  public Integer call() throws Refusal, InterruptedException {
    Address address = data.address();
    LocalDate day = date.orElseGet(() -> LocalDate.now(ZoneOffset.UTC).minusDays(1));
    String path =
        follower.map(link -> link.getPath() + "/preview").orElse("/digest") + "?date=" + day;
    try (Pages pages = new Pages(address.http())) {
      if (to.contains("@")) {
        send(address, day, pages.text(path + "&format=text"), pages.text(path));
      } else {
        write(pages.text(to.endsWith(".txt") ? path + "&format=text" : path));
      }
    }
    return Paperflow.OK;
  }

  private void write(String text) throws Refusal {
    try {
      Files.writeString(Path.of(to), text);
    } catch (IOException e) {
      throw Refusal.failed(to + " cannot be written: " + e.getMessage());
    }
    spec.commandLine().getOut().println("written to " + to);
  }

  private void send(Address address, LocalDate day, String text, String html)
      throws Refusal, InterruptedException {
    try (Services outside = Services.outside(address, "digest")) {
      SmtpMailer mailer = outside.get(SmtpMailer.class);
      if (!mailer.configured()) {
        throw Refusal.before("no mail server is set: set PAPERFLOW_NOTIFIER_MAIL_HOST");
      }
      String subject = text.lines().findFirst().orElse("Papers of " + day);
      Handover handover =
          mailer.send(
              new Mail(UUID.randomUUID().toString(), to, subject, text, html, Optional.empty()),
              () -> {});
      switch (handover) {
        case Handover.Taken _ -> spec.commandLine().getOut().println("sent to " + to);
        case Handover.NotTaken no -> throw Refusal.failed(no.reason());
        case Handover.Unknown unknown ->
            throw Refusal.failed(unknown.reason() + "; it may have been taken");
      }
    }
  }
}
