package io.paperflow.embedded.child;

import java.nio.file.Path;
import java.util.List;

/**
 * The command line of a server's process.
 *
 * @param directory where the server keeps its data; exists
 * @param host the name or address under which clients reach it; a server that is reached at {@link
 *     #LOOPBACK} listens there alone, any other on all addresses
 * @param port the port it listens on, 1 to 65535
 * @param log the file that receives the process's standard error
 */
public record ChildArguments(Path directory, String host, int port, Path log) {

  /** The address of a child: only this machine may call. */
  public static final String LOOPBACK = "127.0.0.1";

  /** Arguments of a child, which listens at {@link #LOOPBACK}. */
  public ChildArguments(Path directory, int port, Path log) {
    this(directory, LOOPBACK, port, log);
  }

  /** Reads what {@link #toList} wrote. */
  static ChildArguments parse(String[] arguments) {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("expected DIRECTORY PORT LOG");
    }
    return new ChildArguments(
        Path.of(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
  }

  /** The address to listen at. */
  public String listenAddress() {
    return host.equals(LOOPBACK) ? LOOPBACK : "0.0.0.0";
  }

  /** The arguments as they stand on the command line. */
  public List<String> toList() {
    return List.of(directory.toString(), Integer.toString(port), log.toString());
  }
}
