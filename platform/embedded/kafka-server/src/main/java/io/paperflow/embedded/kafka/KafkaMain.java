package io.paperflow.embedded.kafka;

import io.paperflow.embedded.child.ServerProcess;

/** The process of a Kafka server. */
final class KafkaMain {

  private KafkaMain() {}

  public static void main(String[] args) {
    ServerProcess.run(args, KafkaServer::create);
  }
}
