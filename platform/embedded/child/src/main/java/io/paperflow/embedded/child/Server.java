package io.paperflow.embedded.child;

/** A server that fills a process. */
public interface Server {

  /** Returns once the server answers its clients. */
  void start() throws Exception;

  /** Closes the server and what it has open; called at most once, after {@link #start}. */
  void stop() throws Exception;

  /** How a server comes to be; nothing is started yet. */
  @FunctionalInterface
  interface Factory {
    Server create(ChildArguments arguments) throws Exception;
  }
}
