package io.paperflow.standalone;

import io.paperflow.pipeline.DeadLetter;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.pipeline.Replay;
import io.paperflow.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at what could not be handled, and sends it again. */
@Command(
    name = "dead-letters",
    description = "Shows what could not be handled, and sends it again once the cause is mended.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list|show|replay")
final class DeadLettersCommand implements Runnable {

  private static final int SHOWN_BYTES = 2000;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli injects the field.
  DeadLettersCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list, show or replay");
  }

  /** Which letters are meant. */
  static final class Filter {

    @Option(names = "--stage", paramLabel = "NAME", description = "Those a stage gave up.")
    private String stage = "";

    @Option(names = "--code", paramLabel = "CODE", description = "Those with this reason's code.")
    private String code = "";

    @Option(
        names = "--since",
        paramLabel = "TIME",
        description = "Those given up since then, such as 2026-01-31T12:00:00Z.")
    private String since = "";

    Predicate<DeadLetter> predicate() throws Refusal {
      Instant from;
      try {
        from = since.isEmpty() ? Instant.MIN : Instant.parse(since);
      } catch (DateTimeParseException e) {
        throw Refusal.before("--since " + since + " is no time such as 2026-01-31T12:00:00Z");
      }
      return letter ->
          (stage.isEmpty() || letter.header(DeadLetter.STAGE).equals(stage))
              && (code.isEmpty() || letter.header(DeadLetter.CODE).equals(code))
              && (since.isEmpty() || !Instant.parse(letter.header(DeadLetter.TIME)).isBefore(from));
    }
  }

  @Command(
      name = "list",
      description = "Lists dead letters, newest last: id, time, stage, code, reason.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin DataOption data,
      @Mixin Filter filter,
      @Option(names = "--most", paramLabel = "N", defaultValue = "50") int most)
      throws Refusal {
    Predicate<DeadLetter> wanted = filter.predicate();
    List<DeadLetter> letters = read(data, wanted, most);
    for (DeadLetter letter : letters) {
      spec.commandLine()
          .getOut()
          .printf(
              "%-8s %s %-9s %-18s %s%n",
              id(letter),
              letter.header(DeadLetter.TIME),
              letter.header(DeadLetter.STAGE),
              letter.header(DeadLetter.CODE),
              Search.oneLine(letter.header(DeadLetter.REASON)));
    }
    return Paperflow.OK;
  }

  @Command(
      name = "show",
      description = "Shows one dead letter with its headers and bytes.",
      mixinStandardHelpOptions = true)
  int show(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ID", description = "As list prints it.") String id)
      throws Refusal {
    List<DeadLetter> letters = read(data, letter -> id(letter).equals(id), 1);
    if (letters.isEmpty()) {
      throw Refusal.failed("there is no dead letter " + id);
    }
    DeadLetter letter = letters.getFirst();
    var out = spec.commandLine().getOut();
    out.printf(
        "%-28s %s%n", "key", Search.oneLine(new String(letter.key(), StandardCharsets.UTF_8)));
    letter.headers().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(h -> out.printf("%-28s %s%n", h.getKey(), Search.oneLine(h.getValue())));
    String text = new String(letter.value(), StandardCharsets.UTF_8);
    out.printf("%-28s %d%n%n", "bytes", letter.value().length);
    out.println(
        text.substring(0, Math.min(text.length(), SHOWN_BYTES))
            .replaceAll("[\\p{Cntrl}&&[^\n]]", "·"));
    return Paperflow.OK;
  }

  @Command(
      name = "replay",
      description = "Sends dead letters to the topics they came from.",
      mixinStandardHelpOptions = true)
  int replay(
      @Mixin DataOption data,
      @Mixin Filter filter,
      @Option(names = "--dry-run", description = "Only say how many.") boolean dryRun,
      @Option(
              names = "--rate",
              paramLabel = "N",
              defaultValue = "1000",
              description = "Letters a second, from 1 (default: ${DEFAULT-VALUE}).")
          int rate)
      throws Refusal {
    if (rate < 1) {
      throw Refusal.before("--rate " + rate + " is less than 1");
    }
    Predicate<DeadLetter> wanted = filter.predicate();
    try (Services outside = Services.outside(data.address(), "replay")) {
      Replay replay =
          new Replay(outside.kafka(), Topics.DEAD_LETTERS, outside.get(RandomGenerator.class));
      long count = dryRun ? replay.count(wanted) : replay.send(wanted, rate);
      spec.commandLine().getOut().println(count + (dryRun ? " would be sent" : " sent"));
      return Paperflow.OK;
    } catch (KafkaException | PublishException e) {
      throw Refusal.failed(String.valueOf(e.getMessage()));
    }
  }

  private static List<DeadLetter> read(DataOption data, Predicate<DeadLetter> wanted, int most)
      throws Refusal {
    Address address = data.address();
    try (Services outside = Services.outside(address, "dead-letters")) {
      return DeadLetterTopic.newest(outside.kafka(), wanted, most);
    } catch (KafkaException e) {
      throw Refusal.failed("Kafka at " + address.kafka() + " does not answer: " + e.getMessage());
    }
  }

  private static String id(DeadLetter letter) {
    return letter.partition() + "-" + letter.offset();
  }
}
