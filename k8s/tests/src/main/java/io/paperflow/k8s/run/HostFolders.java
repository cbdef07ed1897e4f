package io.paperflow.k8s.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Volumes of pods as folders of this machine. */
final class HostFolders implements AutoCloseable {

  private final Manifests manifests;
  private final Path root;

  HostFolders(Manifests manifests) throws IOException {
    this.manifests = manifests;
    this.root = Files.createTempDirectory("paperflow-pods");
    open(root, "rwxr-xr-x");
  }

  /** The folder that stands for a volume of a pod, made when it is not there. */
  Path of(String pod, JsonNode volume) throws IOException {
    if (volume.has("emptyDir")) {
      Path folder =
          Files.createDirectories(root.resolve(pod).resolve(volume.path("name").asText()));
      open(folder, "rwxrwxrwx");
      return folder;
    }
    boolean secret = volume.has("secret");
    String kind = secret ? "Secret" : "ConfigMap";
    String name = volume.at(secret ? "/secret/secretName" : "/configMap/name").asText();
    Path folder = root.resolve(kind + "-" + name);
    if (!Files.exists(folder)) {
      project(folder, data(kind, name));
    }
    return folder;
  }

  /**
   * Files as a kubelet lays them out, so that all of them change at once: each a link through
   * {@code ..data} into a folder of this version.
   */
  private static void project(Path folder, Map<String, byte[]> data) throws IOException {
    Path version = Path.of("..version");
    open(Files.createDirectories(folder), "rwxr-xr-x");
    open(Files.createDirectories(folder.resolve(version)), "rwxr-xr-x");
    Path current = Files.createSymbolicLink(folder.resolve("..data"), version).getFileName();
    for (Map.Entry<String, byte[]> file : data.entrySet()) {
      String name = file.getKey();
      open(Files.write(folder.resolve(version).resolve(name), file.getValue()), "rw-r--r--");
      Files.createSymbolicLink(folder.resolve(name), current.resolve(name));
    }
  }

  /** The entries of a ConfigMap or a Secret; none when it is not there. */
  Map<String, byte[]> data(String kind, String name) {
    Map<String, byte[]> data = new TreeMap<>();
    manifests
        .find(kind, name)
        .map(Manifest::tree)
        .ifPresent(
            tree -> {
              tree.path("binaryData")
                  .properties()
                  .forEach(e -> data.put(e.getKey(), decode(e.getValue())));
              boolean secret = kind.equals("Secret");
              tree.path("data")
                  .properties()
                  .forEach(
                      e ->
                          data.put(
                              e.getKey(), secret ? decode(e.getValue()) : bytes(e.getValue())));
              tree.path("stringData")
                  .properties()
                  .forEach(e -> data.put(e.getKey(), bytes(e.getValue())));
            });
    return data;
  }

  private static byte[] decode(JsonNode value) {
    return Base64.getMimeDecoder().decode(value.asText());
  }

  private static byte[] bytes(JsonNode value) {
    return value.asText().getBytes(UTF_8);
  }

  /** Whatever this process's mask: the pods run as another user. */
  private static void open(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("some of " + root + " is left", e);
    }
  }
}
