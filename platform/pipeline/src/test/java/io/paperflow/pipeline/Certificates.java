package io.paperflow.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Key pairs in a folder, each with a certificate that it has signed itself. */
record Certificates(Path folder) {

  static final String PASSWORD = "not a secret";

  /** A new pair for localhost: the key in {@link #keys}, the certificate in {@link #pem}. */
  void make(String name) throws IOException, InterruptedException {
    keytool(
        name,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-ext",
        "SAN=dns:localhost,ip:127.0.0.1");
    keytool(name, "-exportcert", "-rfc", "-file", pem(name));
  }

  /** A PKCS 12 file. */
  String keys(String name) {
    return folder.resolve(name + ".p12").toString();
  }

  String pem(String name) {
    return folder.resolve(name + ".crt").toString();
  }

  private void keytool(String name, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", keys(name), "-storepass", PASSWORD, "-alias", name));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }
}
