package io.paperflow.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import io.paperflow.k8s.run.Cluster;
import io.paperflow.k8s.run.Engine;
import io.paperflow.k8s.run.Pod;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code build/k8s up}. */
@Command(
    name = "up",
    description = {
      "Runs the pods of an overlay in a container engine until it is told to end (Ctrl-C).",
      "Services are names of a network; policies, budgets and scalers do nothing here."
    },
    mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIRECTORY",
      arity = "0..1",
      description = "A directory with a kustomization; k8s/overlays/dev unless given.")
  private Optional<Path> overlay = Optional.empty();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Manifests manifests;
    try {
      manifests =
          Manifests.render(overlay.orElseGet(() -> Root.path().resolve("k8s/overlays/dev")));
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return 1;
    }
    Optional<String> missing = Engine.missing(manifests);
    if (missing.isPresent()) {
      System.err.println(missing.get());
      return 1;
    }
    Cluster cluster = new Cluster(manifests);
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::leave, "leave"));
    System.out.printf("starting %d pods%n", manifests.of("Deployment").count());
    try {
      cluster
          .start()
          .forEach((pod, took) -> System.out.printf("%s is ready, %d ms%n", pod, took.toMillis()));
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      return 1;
    }
    for (Manifest deployment : manifests.of("Deployment").toList()) {
      for (Pod pod : cluster.pods(deployment.name())) {
        for (JsonNode port : deployment.containers().findFirst().orElseThrow().path("ports")) {
          InetSocketAddress address = pod.address(port.path("name").asText());
          System.out.printf(
              "%-16s %s://%s:%d%n",
              pod.name(), port.path("name").asText(), address.getHostString(), address.getPort());
        }
      }
    }
    System.out.println("ends with Ctrl-C");
    new CountDownLatch(1).await();
    return 0;
  }
}
