package io.paperflow.standalone;

import io.paperflow.fetcher.input.DocumentReader;
import io.paperflow.fetcher.input.Documents;
import io.paperflow.fetcher.input.Limits;
import io.paperflow.fetcher.input.Location;
import io.paperflow.formats.Formats;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what the parsers make of documents. */
@Command(
    name = "parse",
    description = {
      "Prints the records that are made of documents, one JSON object a line.",
      "What is refused is said on standard error, with its reason. No instance is needed."
    },
    mixinStandardHelpOptions = true)
final class Parse implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH|URL|-",
      description = "Files, folders, globs, URLs, and - for standard input; gzip too.")
  private List<String> arguments = List.of();

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli injects the field.
  Parse() {}

  @Override
  public Integer call() throws Refusal, InterruptedException {
    List<Location> locations = locations();
    try (RecordPrinter printer =
            new RecordPrinter(
                Formats.standard(),
                new FileOutputStream(FileDescriptor.out),
                spec.commandLine().getErr());
        DocumentReader reader =
            new DocumentReader(Formats.standard(), Limits.STANDARD, InstantSource.system())) {
      for (Location location : locations) {
        reader.read(location, printer);
      }
      return printer.refused() == 0 ? Paperflow.OK : Paperflow.DEAD_LETTERS;
    } catch (IOException e) {
      // Documents are refused; only printing throws.
      throw Refusal.failed("cannot write to standard output: " + e.getMessage());
    }
  }

  private List<Location> locations() throws Refusal {
    List<Location> locations = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(STANDARD_INPUT)) {
        locations.add(new Location.Stream(URI.create("stdin:-"), System.in));
      } else {
        Documents documents = Documents.resolve(List.of(argument));
        locations.addAll(documents.locations());
        problems.addAll(documents.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.before(problems);
    }
    return locations;
  }
}
