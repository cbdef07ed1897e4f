package io.paperflow.k8s;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code build/k8s}. */
@Command(
    name = "k8s",
    description = "Checks the manifests of an overlay, or runs its pods in a container engine.",
    mixinStandardHelpOptions = true,
    version = "paperflow 0.1.0",
    subcommands = {Check.class, Up.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, nothing is wrong",
      "1:something is wrong, or does not start; it is said what",
      "2:wrong arguments"
    })
public final class K8s {

  private K8s() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new K8s()).execute(arguments));
  }
}
