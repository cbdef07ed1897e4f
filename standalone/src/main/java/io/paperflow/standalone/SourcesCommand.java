package io.paperflow.standalone;

import io.paperflow.fetcher.SourceBoard;
import io.paperflow.fetcher.SourceCatalogue;
import io.paperflow.fetcher.agenda.Order;
import io.paperflow.fetcher.live.ConfiguredSource;
import io.paperflow.fetcher.live.DryRun;
import io.paperflow.fetcher.live.Orders;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.http.PoliteWeb;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the sources, and reads one now. */
@Command(
    name = "sources",
    description = "Shows the sources: enabled, schedule, how far they are, last audit, trouble.",
    mixinStandardHelpOptions = true)
final class SourcesCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli injects the field.
  SourcesCommand() {}

  @Override
  public Integer call() throws Refusal {
    Address address = data.address();
    try (Services outside = Services.outside(address, "sources")) {
      List<SourceBoard.Row> rows = outside.get(SourceBoard.class).rows();
      Instant now = outside.get(InstantSource.class).instant();
      SourceTable.of(rows, now).forEach(spec.commandLine().getOut()::println);
      return Paperflow.OK;
    } catch (KafkaException e) {
      throw Refusal.failed("Kafka at " + address.kafka() + " does not answer: " + e.getMessage());
    }
  }

  @Command(
      name = "run",
      description = {
        "Reads a source once, now, by the running instance; returns when that is done.",
        "With --dry-run nothing is published and nothing needs to run: prints what would be."
      },
      mixinStandardHelpOptions = true)
  int run(
      @Mixin DataOption instance,
      @Parameters(paramLabel = "NAME", description = "A source, as sources prints it.") String name,
      @Option(
              names = "--since",
              paramLabel = "DATE",
              description = "First day, such as 2026-01-31.")
          Optional<LocalDate> since,
      @Option(names = "--until", paramLabel = "DATE", description = "Last day.")
          Optional<LocalDate> until,
      @Option(names = "--dry-run", description = "Only print what would be published.")
          boolean dryRun)
      throws Refusal, InterruptedException {
    if (!dryRun) {
      return SourceOrder.run(
          instance, new SourceOrder.Days(name, since, until, SourceOrder.USUAL_RATE), spec);
    }
    try (Services outside = Services.outside(instance.address(), "sources")) {
      ConfiguredSource source = SourceOrder.source(outside.get(SourceCatalogue.class), name);
      Instant now = outside.get(InstantSource.class).instant();
      Order order = SourceOrder.checked(source, since, until, SourceOrder.USUAL_RATE, "dry-run");
      Cursor cursor = Orders.cursor(order, source.source(), now);
      return dryRun(outside, source, cursor);
    }
  }

  private int dryRun(Services outside, ConfiguredSource source, Cursor cursor)
      throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    DryRun run =
        new DryRun(
            source.source(),
            outside.get(PoliteWeb.class),
            outside.get(InstantSource.class),
            outside.get(RandomGenerator.class),
            line -> out.println(Search.oneLine(line)));
    Optional<Trouble> trouble = run.run(cursor);
    trouble.ifPresent(
        why -> spec.commandLine().getErr().println("paperflow: " + Search.oneLine(why.message())));
    return trouble.isEmpty() ? Paperflow.OK : Paperflow.FAILED;
  }
}
