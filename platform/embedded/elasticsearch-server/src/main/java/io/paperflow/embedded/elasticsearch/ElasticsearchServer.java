package io.paperflow.embedded.elasticsearch;

import io.paperflow.embedded.child.ChildArguments;
import io.paperflow.embedded.child.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.ClassPathNode;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/** A node on one data directory. */
final class ElasticsearchServer implements Server {

  private final Node node;

  private ElasticsearchServer(Node node) {
    this.node = node;
  }

  static ElasticsearchServer create(ChildArguments arguments) throws IOException {
    Path home = arguments.directory();
    Path config = Files.createDirectories(home.resolve("config"));
    // Read by static initialisers: before the first class that logs, or opens a socket.
    System.setProperty("es.set.netty.runtime.available.processors", "false");
    System.setProperty("es.nativelibs.path", home.toString());
    LogConfigurator.configureESLogging();
    Environment environment = new Environment(NodeSettings.of(arguments), config);
    return new ElasticsearchServer(
        new ClassPathNode(environment, List.of(new Netty4Plugin(), new LocalPlugin())));
  }

  @Override
  public void start() throws NodeValidationException {
    node.start();
  }

  @Override
  public void stop() throws IOException, InterruptedException {
    node.prepareForClose();
    node.close();
    node.awaitClose(1, TimeUnit.MINUTES);
  }
}
