package io.paperflow.embedded;

import io.paperflow.embedded.StartFailure.Code;
import io.paperflow.embedded.child.ChildArguments;
import io.paperflow.embedded.child.DirectoryLock;
import io.paperflow.embedded.child.LocalPort;
import io.paperflow.embedded.child.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Starts the process of one server, again and again on the same data and port. */
final class Launcher {

  /** A loaded machine and the end of a killed broker's session are no reason to give up. */
  private static final Duration START = Duration.ofMinutes(2);

  /** What a child may see of this process's environment: no tokens, no options for JVMs. */
  private static final Set<String> ENVIRONMENT =
      Set.of("HOME", "LANG", "LC_ALL", "LC_CTYPE", "PATH", "TZ");

  private final ServerKind kind;
  private final DataDirectory data;
  private final ServerLog log;
  private final Path jar;
  private final int port;
  private final int heapMegabytes;

  private Launcher(ServerKind kind, DataDirectory data, Path jar, int port, int heapMegabytes) {
    this.kind = kind;
    this.data = data;
    this.log = new ServerLog(data.log(kind));
    this.jar = jar;
    this.port = port;
    this.heapMegabytes = heapMegabytes;
  }

  static Launcher of(ServerKind kind, DataDirectory data, ServerOptions options)
      throws StartFailure {
    Path jar = ServerJars.of(kind);
    try {
      int port =
          options.port() == 0 ? LocalPort.free(RandomGenerator.getDefault()) : options.port();
      return new Launcher(kind, data, jar, port, options.heapMegabytes());
    } catch (IOException e) {
      throw new StartFailure(Code.PORT_TAKEN, String.valueOf(e.getMessage()));
    }
  }

  int port() {
    return port;
  }

  /** Starts the process and returns at once; only a predecessor that is closing is waited for. */
  ChildProcess launch() throws StartFailure, InterruptedException {
    try {
      Path directory = data.of(kind);
      awaitPredecessor(directory);
      checkPort();
      log.startAgain();
      return ChildProcess.start(command(directory));
    } catch (IOException e) {
      throw new StartFailure(
          Code.DATA_NOT_WRITABLE,
          "%s cannot use its data folder %s: %s".formatted(kind.title(), data.path(), e));
    }
  }

  /** Returns once the server answers its clients; when it does not, its process is ended. */
  void awaitReady(ChildProcess process) throws StartFailure, InterruptedException {
    process.awaitReady(kind.title(), log, START);
  }

  /** A server whose parent was killed closes its data, and only then leaves data and port. */
  private static void awaitPredecessor(Path directory) throws IOException, InterruptedException {
    Optional<DirectoryLock> lock = DirectoryLock.tryLock(directory, ServerProcess.PREDECESSOR);
    if (lock.isPresent()) {
      lock.get().close();
    }
  }

  private void checkPort() throws StartFailure {
    Optional<String> problem = LocalPort.problem(port);
    if (problem.isPresent()) {
      throw new StartFailure(
          Code.PORT_TAKEN,
          "port %d is taken: %s cannot listen there (%s); choose another with %s"
              .formatted(port, kind.title(), problem.get(), kind.portOption()));
    }
  }

  private ProcessBuilder command(Path directory) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ErrorFile=" + log.file().resolveSibling(kind.folder() + "-crash.log"),
            // Standard output belongs to the answers.
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.io.tmpdir=" + data.temporary(kind)));
    command.addAll(kind.jvmArguments());
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(new ChildArguments(directory, port, log.file()).toList());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
    builder.environment().keySet().retainAll(ENVIRONMENT);
    // glibc would give each thread an arena of its own; this is resident memory saved.
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    return builder;
  }
}
