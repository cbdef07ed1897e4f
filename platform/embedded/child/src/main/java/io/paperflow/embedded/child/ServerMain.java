package io.paperflow.embedded.child;

/** The main of a server's process. */
public final class ServerMain {

  private ServerMain() {}

  /**
   * Runs the server that this factory makes: as the child of another process, whose arguments are
   * {@link ChildArguments#toList}, or by itself with {@code --serve HOST PORT DIRECTORY}.
   */
  public static void run(String[] args, Server.Factory factory) {
    if (args.length > 0 && args[0].equals(LoneServer.OPTION)) {
      LoneServer.run(args, factory);
    } else {
      ServerProcess.run(args, factory);
    }
  }
}
