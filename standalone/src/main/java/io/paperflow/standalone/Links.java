package io.paperflow.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperflow.enricher.links.LinkFinder;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the links of texts, with nothing else running. */
@Command(
    name = "links",
    description = "Shows which links a text holds, what each is, and how it was recognised.",
    mixinStandardHelpOptions = true,
    footerHeading = "%n",
    footer = {
      "Without --json the input is one text, and each link is a row of a table, its place in the",
      "text below it. With --json each line of the input is",
      "  {\"field\": \"abstract|comment|title\", \"text\": \"…\"}",
      "and gives one line, in order:",
      "  {\"links\": [{\"url\", \"kind\", \"role\", \"state\", \"confidence\", \"raw\", \"start\","
          + " \"rule\"}]}",
      "start counts characters (Unicode code points) from 0. A line that is no such object gives",
      "{\"links\": [], \"error\": \"…\"}, a message on standard error, and exit code 3 at the end.",
    })
final class Links implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";
  private static final int LONGEST_TEXT = 16 << 20;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|TEXT",
      defaultValue = STANDARD_INPUT,
      description = "A file, - for standard input (the default), or else the text itself.")
  private String input = STANDARD_INPUT;

  @Option(names = "--json", description = "Read and print JSON Lines.")
  private boolean json;

  @Spec private CommandSpec spec;

  private final LinkFinder finder = LinkFinder.standard();

  @SuppressWarnings("NullAway.Init") // picocli injects the field.
  Links() {}

  @Override
  public Integer call() throws Refusal {
    Optional<Path> file = file();
    if (json && file.isEmpty() && !input.equals(STANDARD_INPUT)) {
      throw Refusal.before(input + ": there is no such file");
    }
    if (file.isEmpty() && !input.equals(STANDARD_INPUT)) {
      return table(input);
    }
    try (InputStream in = file.isPresent() ? Files.newInputStream(file.get()) : standardInput()) {
      return json ? lines(in) : table(text(in));
    } catch (IOException e) {
      throw Refusal.failed("%s cannot be read: %s".formatted(input, e.getMessage()));
    }
  }

  private Optional<Path> file() {
    try {
      return Optional.of(Path.of(input)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The process's own input, which stays open. */
  private static InputStream standardInput() {
    return new FilterInputStream(System.in) {
      @Override
      public void close() {
        // Not ours to close.
      }
    };
  }

  private String text(InputStream in) throws IOException, Refusal {
    byte[] bytes = in.readNBytes(LONGEST_TEXT + 1);
    if (bytes.length > LONGEST_TEXT) {
      throw Refusal.before(input + " is longer than 16 MiB: give --json one text a line");
    }
    return new String(bytes, UTF_8);
  }

  private int table(String text) {
    LinkTable.rows(text, finder.links("text", text)).forEach(spec.commandLine().getOut()::println);
    return Paperflow.OK;
  }

  private int lines(InputStream in) throws IOException {
    LinkLines answers = new LinkLines(finder);
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8));
    int number = 0;
    int exitCode = Paperflow.OK;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      LinkLines.Answer answer = answers.to(line);
      spec.commandLine().getOut().println(answer.json());
      if (answer.problem().isPresent()) {
        String problem = "paperflow: line %d: %s".formatted(number, answer.problem().get());
        spec.commandLine().getErr().println(Search.oneLine(problem));
        exitCode = Paperflow.DEAD_LETTERS;
      }
    }
    return exitCode;
  }
}
