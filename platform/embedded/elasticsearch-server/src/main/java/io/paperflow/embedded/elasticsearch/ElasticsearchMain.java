package io.paperflow.embedded.elasticsearch;

import io.paperflow.embedded.child.ServerProcess;

/** The process of an Elasticsearch node. */
final class ElasticsearchMain {

  private ElasticsearchMain() {}

  public static void main(String[] args) {
    ServerProcess.run(args, ElasticsearchServer::create);
  }
}
