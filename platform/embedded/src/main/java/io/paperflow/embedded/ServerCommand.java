package io.paperflow.embedded;

import io.paperflow.embedded.child.ChildArguments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How the JVM of a server is called: the JVM that runs this process, sized for a laptop.
 *
 * @param kind the server
 * @param folder where its jars lie
 * @param heapMegabytes the limit of its heap
 */
record ServerCommand(ServerKind kind, Path folder, int heapMegabytes) {

  /** What a child may see of this process's environment: no tokens, no options for JVMs. */
  private static final Set<String> ENVIRONMENT =
      Set.of("HOME", "LANG", "LC_ALL", "LC_CTYPE", "PATH", "TZ");

  ProcessBuilder of(ChildArguments arguments, Path temporary) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArguments(arguments.log(), temporary));
    command.addAll(List.of("-jar", ServerJars.main(folder).toString()));
    command.addAll(arguments.toList());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(arguments.directory().toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(arguments.log().toFile()));
    builder.environment().keySet().retainAll(ENVIRONMENT);
    // glibc would give each thread an arena of its own: resident memory saved.
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    return builder;
  }

  private List<String> jvmArguments(Path log, Path temporary) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ErrorFile=" + log.resolveSibling(kind.folder() + "-crash.log"),
            // Standard output belongs to the answers.
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.io.tmpdir=" + temporary));
    arguments.addAll(kind.jvmArguments());
    arguments.addAll(new ClassArchive(folder).jvmArguments());
    return arguments;
  }
}
