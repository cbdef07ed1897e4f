package io.paperflow.standalone;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has past days of a source read. */
@Command(
    name = "backfill",
    description = {
      "Has the running instance read past days of a source, behind whatever is new; shows how far"
          + " it is and returns when it is done.",
      "It goes on when this command is ended; the same command shows it again. Of two for the same"
          + " source the newer is done."
    },
    mixinStandardHelpOptions = true)
final class Backfill implements Callable<Integer> {

  @Parameters(paramLabel = "SOURCE", description = "A source, as ./paperflow sources prints it.")
  private String name = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "First day, such as 2026-01-31.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DATE", description = "Last day (default: today).")
  private Optional<LocalDate> to = Optional.empty();

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "12",
      description = "Pages a minute, from 1 to 600 (default: ${DEFAULT-VALUE}).")
  private int rate = SourceOrder.USUAL_RATE;

  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli injects the field.
  Backfill() {}

  @Override
  public Integer call() throws Refusal, InterruptedException {
    return SourceOrder.run(data, new SourceOrder.Days(name, from, to, rate), spec);
  }
}
