package io.paperflow.standalone;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder of an instance, by which commands find it. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Folder of the instance (default: ./data).")
  private Path data = Path.of("data");

  Path path() {
    return data;
  }

  /** Where the instance answers. */
  Address address() throws Refusal {
    return Address.of(data, System.getenv());
  }
}
