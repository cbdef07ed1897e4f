package io.paperflow.bench;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the benchmarks. */
@Command(
    name = "bench",
    description = "Benchmarks of paperflow; platform/bench/README.md tells what each measures.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      EndToEnd.class,
      Memory.class,
      IndexerAlone.class,
      BesideForges.class,
      Failover.class,
      Following.class,
      Letters.class,
      Freshness.class,
      Snapshot.class,
      SearchLoad.class,
      Micro.class,
    })
final class Bench implements Runnable {

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli injects the field.
  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  @Command(name = "generate", description = "Only writes a file of invented papers.")
  void generate(
      @Mixin Workplace workplace,
      @Option(names = "--papers", defaultValue = "100000") int papers,
      @Parameters(paramLabel = "FILE") Path file)
      throws IOException {
    workplace.write(papers, file);
  }
}
