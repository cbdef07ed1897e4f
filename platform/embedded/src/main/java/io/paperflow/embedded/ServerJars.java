package io.paperflow.embedded;

import io.paperflow.embedded.StartFailure.Code;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the servers' jars lie. */
final class ServerJars {

  private static final String PROPERTY = "paperflow.servers";

  private ServerJars() {}

  /** The jar that runs the server of this folder; its manifest names the jars beside it. */
  static Path main(Path folder) {
    return folder.resolve("server.jar");
  }

  /** The folder of this server's jars. */
  static Path of(ServerKind kind) throws StartFailure {
    List<Path> folders =
        Optional.ofNullable(System.getProperty(PROPERTY))
            .map(folder -> List.of(Path.of(folder)))
            .orElseGet(ServerJars::besideThisClass);
    return find(kind, folders);
  }

  static Path find(ServerKind kind, List<Path> folders) throws StartFailure {
    return folders.stream()
        .map(folder -> folder.resolve(kind.folder()).toAbsolutePath())
        .filter(folder -> Files.isRegularFile(main(folder)))
        .findFirst()
        .orElseThrow(
            () ->
                new StartFailure(
                    Code.SERVERS_MISSING,
                    "%s is missing in %s: build it with `mvn package`, or name the folder with -D%s="
                        .formatted(kind.title(), folders, PROPERTY)));
  }

  /** Beside {@code target/classes}, beside the jar, or beside the folder of jars. */
  private static List<Path> besideThisClass() {
    List<Path> folders = new ArrayList<>();
    try {
      Path place =
          Path.of(ServerJars.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path up = place.getParent(); up != null && folders.size() < 2; up = up.getParent()) {
        folders.add(up.resolve("servers"));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return folders;
  }
}
