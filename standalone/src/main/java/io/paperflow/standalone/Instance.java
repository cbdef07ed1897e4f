package io.paperflow.standalone;

import io.paperflow.embedded.DataDirectory;
import io.paperflow.embedded.EmbeddedServer;
import io.paperflow.embedded.StartFailure;
import java.io.IOException;
import java.util.Optional;

/** Everything on one data folder: the embedded servers that are needed, and the services. */
final class Instance implements AutoCloseable {

  private final DataDirectory data;
  private final Start start;
  private final Address address;
  private volatile boolean closing;
  private volatile Optional<String> failure = Optional.empty();

  private Instance(DataDirectory data, Start start, Address address) {
    this.data = data;
    this.start = start;
    this.address = address;
  }

  /**
   * Starts everything and returns when it answers.
   *
   * @param data stays open; close it after the instance
   * @param onFailure called when a server ends unasked
   */
  static Instance start(DataDirectory data, Ports ports, Given given, Mode mode, Runnable onFailure)
      throws StartFailure, IOException, Refusal, InterruptedException {
    Address address = Address.of(ports, given);
    Start start = new Start();
    Instance instance = new Instance(data, start, address);
    try {
      start.run(data, ports, given, address, mode);
      address.save(data.path());
      instance.watch(onFailure);
      return instance;
    } catch (StartFailure | IOException | Refusal | InterruptedException | RuntimeException e) {
      instance.close();
      throw e;
    }
  }

  private void watch(Runnable onFailure) {
    for (EmbeddedServer server : start.servers()) {
      var _ =
          server
              .onExit()
              .thenAccept(
                  code -> {
                    if (!closing) {
                      failure =
                          Optional.of(
                              "%s ended by itself with code %d: see %s"
                                  .formatted(
                                      server.getClass().getSimpleName(),
                                      code,
                                      data.path().resolve("logs")));
                      onFailure.run();
                    }
                  });
    }
  }

  Services services() {
    return start.services();
  }

  Address address() {
    return address;
  }

  /** Why the instance cannot go on, if a server ended unasked. */
  Optional<String> failure() {
    return failure;
  }

  /** Ends in the reverse order of the start. */
  @Override
  public void close() {
    closing = true;
    start.close();
    try {
      Address.remove(data.path());
    } catch (IOException e) {
      // A stale file only misleads until the next start writes it again.
      System.err.println("paperflow: " + e.getMessage());
    }
  }
}
