package io.paperflow.k8s.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.api.model.StatsConfig;
import com.github.dockerjava.api.model.Volume;
import io.kubernetes.client.custom.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.DockerImageName;

/**
 * A pod of one container, as its manifest wants it: environment, volumes, limits, rights, probes,
 * and its end. Not thread-safe but for {@link #ready}.
 */
public final class Pod {

  /** What became of a pod that was told to end. */
  public record End(Duration took, long exitCode) {}

  private final String name;
  private final JsonNode spec;
  private final JsonNode container;
  private final GenericContainer<?> running;
  private volatile boolean ready;

  private Pod(String name, JsonNode spec, JsonNode container, GenericContainer<?> running) {
    this.name = name;
    this.spec = spec;
    this.container = container;
    this.running = running;
  }

  static Pod create(
      String name, JsonNode spec, HostFolders folders, Network network, List<String> aliases)
      throws IOException {
    JsonNode container = spec.path("containers").path(0);
    String image = container.path("image").asText();
    List<Bind> binds = binds(name, spec, container, folders);
    GenericContainer<?> running =
        new GenericContainer<>(
                DockerImageName.parse(image.contains(":") ? image : image + ":latest"))
            .withImagePullPolicy(ignored -> false)
            .withNetwork(network)
            .withEnv(environment(container, folders))
            .withExposedPorts(
                container
                    .path("ports")
                    .valueStream()
                    .map(port -> port.path("containerPort").asInt())
                    .toArray(Integer[]::new))
            .waitingFor(new NoWait())
            .withCreateContainerCmdModifier(
                command -> apply(name, spec, container, binds, command));
    if (!aliases.isEmpty()) {
      running.withNetworkAliases(aliases.toArray(String[]::new));
    }
    if (container.has("args")) {
      running.withCommand(
          container.path("args").valueStream().map(JsonNode::asText).toArray(String[]::new));
    }
    return new Pod(name, spec, container, running);
  }

  /** Such as {@code parser-1}. */
  public String name() {
    return name;
  }

  /** Whether its readiness probe succeeded last. */
  public boolean ready() {
    return ready;
  }

  /** All that it has written to its standard output and error. */
  public String log() {
    return running.getLogs();
  }

  /** Bytes of memory that it uses, without what the system could take back of cached files. */
  public long memory() throws IOException, InterruptedException {
    AtomicLong memory = new AtomicLong();
    var look =
        running
            .getDockerClient()
            .statsCmd(running.getContainerId())
            .withNoStream(true)
            .exec(
                new ResultCallback.Adapter<Statistics>() {
                  @Override
                  public void onNext(Statistics statistics) {
                    memory.set(used(Optional.ofNullable(statistics.getMemoryStats())));
                  }
                });
    try (look) {
      look.awaitCompletion();
    }
    return memory.get();
  }

  private static long used(Optional<MemoryStatsConfig> memory) {
    return memory.map(MemoryStatsConfig::getUsage).orElse(0L)
        - memory.map(MemoryStatsConfig::getStats).map(StatsConfig::getInactiveFile).orElse(0L);
  }

  /** Where one of its ports, by name or number, is reached from this machine. */
  public InetSocketAddress address(String port) {
    int number =
        container
            .path("ports")
            .valueStream()
            .filter(
                p ->
                    p.path("name").asText().equals(port)
                        || p.path("containerPort").asText().equals(port))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(name + " has no port " + port))
            .path("containerPort")
            .asInt();
    return new InetSocketAddress(running.getHost(), running.getMappedPort(number));
  }

  void start() {
    running.start();
  }

  /**
   * Waits until the start-up and the readiness probe succeed.
   *
   * @return the time since the call
   * @throws IllegalStateException when the start-up probe fails as often as it may, or the pod
   *     ends; with the end of its log
   */
  Duration awaitReady(HttpClient client) throws InterruptedException {
    long began = System.nanoTime();
    Probe startup = Probe.of(container.path("startupProbe"));
    Probe readiness = Probe.of(container.path("readinessProbe"));
    Duration patience = startup.period().multipliedBy(startup.failures());
    for (Probe probe : List.of(startup, readiness)) {
      while (!probe.succeeds(client, address(probe.port().asText()))) {
        Duration spent = Duration.ofNanos(System.nanoTime() - began);
        if (spent.compareTo(patience) > 0 || !running.isRunning()) {
          throw new IllegalStateException(
              "%s is not ready after %d s; its log ends with:%n%s"
                  .formatted(name, spent.toSeconds(), tail(log())));
        }
        Thread.sleep(20);
      }
    }
    ready = true;
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** One attempt of the readiness probe. */
  boolean probe(HttpClient client) throws InterruptedException {
    Probe readiness = Probe.of(container.path("readinessProbe"));
    ready = running.isRunning() && readiness.succeeds(client, address(readiness.port().asText()));
    return ready;
  }

  /**
   * Takes it out of its Service, waits as its hook says, and sends SIGTERM; after its grace kills.
   */
  End stop() throws InterruptedException {
    ready = false;
    long began = System.nanoTime();
    int pause = container.at("/lifecycle/preStop/sleep/seconds").asInt();
    Thread.sleep(Duration.ofSeconds(pause));
    int grace = spec.path("terminationGracePeriodSeconds").asInt(30) - pause;
    var client = running.getDockerClient();
    client.stopContainerCmd(running.getContainerId()).withTimeout(grace).exec();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    Long exit =
        client.inspectContainerCmd(running.getContainerId()).exec().getState().getExitCodeLong();
    running.stop();
    return new End(took, Optional.ofNullable(exit).orElse(-1L));
  }

  /** Ends it at once. */
  void kill() {
    ready = false;
    running.stop();
  }

  private static String tail(String log) {
    List<String> lines = log.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
  }

  private static List<Bind> binds(
      String pod, JsonNode spec, JsonNode container, HostFolders folders) throws IOException {
    List<Bind> binds = new ArrayList<>();
    for (JsonNode mount : container.path("volumeMounts")) {
      for (JsonNode volume : spec.path("volumes")) {
        if (volume.path("name").equals(mount.path("name"))) {
          boolean fixed = mount.path("readOnly").asBoolean();
          binds.add(
              new Bind(
                  folders.of(pod, volume).toString(),
                  new Volume(mount.path("mountPath").asText()),
                  fixed ? AccessMode.ro : AccessMode.rw));
        }
      }
    }
    return binds;
  }

  private static Map<String, String> environment(JsonNode container, HostFolders folders) {
    Map<String, String> environment = new TreeMap<>();
    for (JsonNode variable : container.path("env")) {
      JsonNode from = variable.path("valueFrom");
      JsonNode reference =
          from.has("secretKeyRef") ? from.path("secretKeyRef") : from.path("configMapKeyRef");
      String kind = from.has("secretKeyRef") ? "Secret" : "ConfigMap";
      if (variable.has("value")) {
        environment.put(variable.path("name").asText(), variable.path("value").asText());
      } else {
        Optional<byte[]> value =
            Optional.ofNullable(
                folders
                    .data(kind, reference.path("name").asText())
                    .get(reference.path("key").asText()));
        if (value.isEmpty() && !reference.path("optional").asBoolean()) {
          throw new IllegalStateException("no " + kind + " with the key of " + variable);
        }
        value.ifPresent(v -> environment.put(variable.path("name").asText(), new String(v, UTF_8)));
      }
    }
    return environment;
  }

  private static void apply(
      String name,
      JsonNode spec,
      JsonNode container,
      List<Bind> binds,
      CreateContainerCmd command) {
    HostConfig host =
        Optional.ofNullable(command.getHostConfig())
            .orElseGet(HostConfig::new)
            .withBinds(binds)
            .withReadonlyRootfs(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
            .withSecurityOpts(
                container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)
                    ? List.of()
                    : List.of("no-new-privileges"))
            .withCapDrop(
                container
                    .at("/securityContext/capabilities/drop")
                    .valueStream()
                    .map(drop -> Capability.valueOf(drop.asText()))
                    .toArray(Capability[]::new))
            .withMemory(amount(container.at("/resources/limits/memory")).longValue())
            .withMemorySwap(amount(container.at("/resources/limits/memory")).longValue())
            .withNanoCPUs(
                amount(container.at("/resources/limits/cpu"))
                    .multiply(BigDecimal.valueOf(1_000_000_000))
                    .longValue());
    JsonNode security = spec.path("securityContext");
    command
        .withHostConfig(host)
        .withHostName(name)
        .withUser(security.path("runAsUser").asText() + ":" + security.path("runAsGroup").asText());
  }

  private static BigDecimal amount(JsonNode quantity) {
    return Quantity.fromString(quantity.asText()).getNumber();
  }

  @Override
  public String toString() {
    return name;
  }
}
