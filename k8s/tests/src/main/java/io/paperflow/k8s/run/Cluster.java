package io.paperflow.k8s.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.testcontainers.containers.Network;

/**
 * The Deployments of manifests as containers on a network of their own: what of a cluster can be
 * tried without one. Services are names of the network; policies, budgets and scalers do nothing
 * here. One thread changes it, others may ask {@link #ready}.
 */
public final class Cluster implements AutoCloseable {

  private static final int LEAVE_ATTEMPTS = 100;
  private static final Duration LEAVE_PAUSE = Duration.ofMillis(200);

  private final Manifests manifests;
  private final HostFolders folders;
  private final Network network = Network.newNetwork();
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(2))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final Map<String, List<Pod>> pods = new ConcurrentHashMap<>();
  private final Map<String, Integer> count = new ConcurrentHashMap<>();

  /** A cluster without pods yet. */
  public Cluster(Manifests manifests) throws IOException {
    this.manifests = manifests;
    this.folders = new HostFolders(manifests);
  }

  /** Starts all Deployments at once, as a cluster does, and waits until their pods are ready. */
  public Map<String, Duration> start() throws IOException, InterruptedException {
    List<Pod> started = new ArrayList<>();
    for (Manifest deployment : manifests.of("Deployment").toList()) {
      for (int i = 0; i < deployment.tree().at("/spec/replicas").asInt(1); i++) {
        started.add(launch(deployment.name()));
      }
    }
    Map<String, Duration> ready = new LinkedHashMap<>();
    for (Pod pod : started) {
      ready.put(pod.name(), pod.awaitReady(client));
    }
    return ready;
  }

  /** Starts one more pod of a Deployment and waits until it is ready. */
  public Duration scaleUp(String deployment) throws IOException, InterruptedException {
    return launch(deployment).awaitReady(client);
  }

  /** Ends the oldest pod of a Deployment. */
  public Pod.End scaleDown(String deployment) throws InterruptedException {
    return pods(deployment).removeFirst().stop();
  }

  /**
   * Replaces each pod of a Deployment: first a new one that is ready, then the end of an old one.
   */
  public List<Pod.End> roll(String deployment) throws IOException, InterruptedException {
    List<Pod.End> ends = new ArrayList<>();
    for (int left = pods(deployment).size(); left > 0; left--) {
      scaleUp(deployment);
      ends.add(scaleDown(deployment));
    }
    return ends;
  }

  /** Kills the oldest pod of a Deployment, and starts another. */
  public Duration kill(String deployment) throws IOException, InterruptedException {
    pods(deployment).removeFirst().kill();
    return scaleUp(deployment);
  }

  /** The pods of a Deployment, oldest first. */
  public List<Pod> pods(String deployment) {
    return pods.computeIfAbsent(deployment, _ -> new CopyOnWriteArrayList<>());
  }

  /** Where the ready pods of a Deployment have a port. */
  public List<InetSocketAddress> ready(String deployment, String port) {
    return pods(deployment).stream().filter(Pod::ready).map(pod -> pod.address(port)).toList();
  }

  /** The folder that stands for a ConfigMap; files that are put there appear in its pods. */
  public Path folder(String configMap) throws IOException {
    JsonNode volume =
        manifests
            .workloads()
            .flatMap(workload -> workload.tree().at("/spec/template/spec/volumes").valueStream())
            .filter(v -> v.at("/configMap/name").asText().startsWith(configMap))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no pod mounts " + configMap));
    return folders.of("", volume);
  }

  private Pod launch(String name) throws IOException {
    Manifest deployment =
        manifests
            .find("Deployment", name)
            .orElseThrow(() -> new IllegalArgumentException("no Deployment " + name));
    int number = count.merge(name, 1, Integer::sum);
    Pod pod =
        Pod.create(
            name + "-" + number,
            deployment.tree().at("/spec/template/spec"),
            folders,
            network,
            services(deployment));
    pods(name).add(pod);
    pod.start();
    return pod;
  }

  private List<String> services(Manifest deployment) {
    Map<String, String> labels = Manifests.labelsOfPods(deployment);
    return manifests
        .of("Service")
        .filter(
            service ->
                labels
                    .entrySet()
                    .containsAll(Manifest.strings(service.tree().at("/spec/selector")).entrySet()))
        .map(Manifest::name)
        .toList();
  }

  /** Kills what runs and removes it. */
  @Override
  public void close() {
    pods.values().forEach(all -> all.forEach(Pod::kill));
    network.close();
    folders.close();
    client.close();
  }

  /**
   * For the end of the JVM, when Testcontainers removes the containers by itself: removes their
   * folders as soon as nobody writes into them any more.
   */
  public void leave() {
    for (int attempt = 0; attempt < LEAVE_ATTEMPTS; attempt++) {
      try {
        folders.close();
        return;
      } catch (UncheckedIOException _) {
        LockSupport.parkNanos(LEAVE_PAUSE.toNanos());
      }
    }
  }

  /** What pods of a Deployment have written, the newest pod's; for messages. */
  public Optional<String> log(String deployment) {
    return pods(deployment).isEmpty()
        ? Optional.empty()
        : Optional.of(pods(deployment).getLast().log());
  }
}
