package io.paperflow.embedded.elasticsearch;

import io.paperflow.embedded.child.ServerMain;

/** The process of an Elasticsearch node. */
final class ElasticsearchMain {

  private ElasticsearchMain() {}

  public static void main(String[] args) {
    ServerMain.run(args, ElasticsearchServer::create);
  }
}
