package io.paperflow.standalone;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "paperflow",
    description = "A self-hosted stream of new research papers with their code.",
    mixinStandardHelpOptions = true,
    version = "paperflow 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      Up.class,
      Ingest.class,
      Parse.class,
      Search.class,
      Status.class,
      SourcesCommand.class,
      Backfill.class,
      Links.class,
      DeadLettersCommand.class,
      ReindexCommand.class,
      DigestCommand.class,
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all went well",
      "1:something failed; the message says what",
      "2:refused before anything started: a wrong option, path, port or folder",
      "3:done, but something given could not be read: there are dead letters, or it was refused",
      "130, 143:ended in order after Ctrl-C or SIGTERM",
    },
    footerHeading = "%n",
    footer = {
      "Settings are environment variables too, such as PAPERFLOW_KAFKA_BOOTSTRAP_SERVERS.",
      "Colours are left out when NO_COLOR is set or the output is no terminal.",
    })
final class Paperflow implements Runnable {

  /** All went well. */
  static final int OK = 0;

  /** Something failed. */
  static final int FAILED = 1;

  /** Refused before anything started. */
  static final int REFUSED = 2;

  /** Done, but something given could not be read. */
  static final int DEAD_LETTERS = 3;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli injects the field.
  private Paperflow() {}

  public static void main(String[] arguments) {
    if (System.getProperty("logback.configurationFile") == null) {
      // Before the first logger: the services' own log would drown what the command says.
      System.setProperty("logback.configurationFile", "logback-standalone.xml");
    }
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    CommandLine line = new CommandLine(new Paperflow());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Paperflow::refuse);
    line.setExecutionExceptionHandler(Paperflow::fail);
    return line.execute(arguments);
  }

  private static int refuse(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String message = Search.oneLine(String.valueOf(e.getMessage()));
    command.getErr().println("%s: %s (see %s --help)".formatted(name, message, name));
    return REFUSED;
  }

  private static int fail(Exception e, CommandLine command, CommandLine.ParseResult result)
      throws Exception {
    if (e instanceof Refusal refusal) {
      refusal.lines().forEach(command.getErr()::println);
      return refusal.exitCode();
    }
    throw e;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
