package io.paperflow.standalone;

import io.paperflow.embedded.DataDirectory;
import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.embedded.EmbeddedKafka;
import io.paperflow.embedded.EmbeddedServer;
import io.paperflow.embedded.ServerOptions;
import io.paperflow.embedded.StartFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts the servers and makes the services at the same time; the services begin to work when all
 * servers answer. Whatever was started is closed with it, also when the start failed half-way.
 */
final class Start implements AutoCloseable {

  private final Queue<EmbeddedServer> servers = new ConcurrentLinkedQueue<>();
  private volatile Optional<Services> services = Optional.empty();

  /** Returns when everything answers; the first failure ends the other attempts. */
  void run(DataDirectory data, Ports ports, Given given, Address address, Mode mode)
      throws StartFailure, Refusal, InterruptedException {
    List<Callable<Void>> parts = new ArrayList<>();
    parts.add(
        () -> {
          services = Optional.of(Services.prepare(address, mode));
          return null;
        });
    if (given.kafka().isEmpty()) {
      var options = ServerOptions.kafka().withPort(ports.kafka());
      parts.add(() -> started(EmbeddedKafka.start(data, options)));
    }
    if (given.elasticsearch().isEmpty()) {
      var options = ServerOptions.elasticsearch().withPort(ports.elasticsearch());
      parts.add(() -> started(EmbeddedElasticsearch.start(data, options)));
    }
    awaitAll(parts);
    services().serve();
  }

  private Void started(EmbeddedServer server) {
    servers.add(server);
    return null;
  }

  private static void awaitAll(List<Callable<Void>> parts)
      throws StartFailure, Refusal, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var finished = new ExecutorCompletionService<Void>(threads);
      parts.forEach(finished::submit);
      try {
        for (int i = 0; i < parts.size(); i++) {
          var _ = finished.take().get();
        }
      } catch (ExecutionException e) {
        throw cause(e);
      } finally {
        // An interrupted attempt ends what it has begun.
        threads.shutdownNow();
      }
    }
  }

  private static RuntimeException cause(ExecutionException e)
      throws StartFailure, Refusal, InterruptedException {
    switch (e.getCause()) {
      case StartFailure failure -> throw failure;
      case Refusal refusal -> throw refusal;
      case InterruptedException interrupted -> throw interrupted;
      case null, default -> throw new IllegalStateException(e.getCause());
    }
  }

  Services services() {
    return services.orElseThrow(() -> new IllegalStateException("not started"));
  }

  Collection<EmbeddedServer> servers() {
    return List.copyOf(servers);
  }

  /** Drains the services, then ends the servers side by side. */
  @Override
  public void close() {
    services.ifPresent(Services::close);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      servers.forEach(server -> threads.execute(server::close));
    }
  }
}
