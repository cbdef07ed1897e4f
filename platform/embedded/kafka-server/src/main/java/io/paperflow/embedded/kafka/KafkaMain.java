package io.paperflow.embedded.kafka;

import io.paperflow.embedded.child.ServerMain;

/** The process of a Kafka server. */
final class KafkaMain {

  private KafkaMain() {}

  public static void main(String[] args) {
    ServerMain.run(args, KafkaServer::create);
  }
}
