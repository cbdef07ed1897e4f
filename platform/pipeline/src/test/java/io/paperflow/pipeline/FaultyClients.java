package io.paperflow.pipeline;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Clients whose transactional producers fail now and then: before the offsets are sent, before the
 * commit, and after it, when only the answer is missing.
 */
final class FaultyClients extends KafkaClients {

  private final int every;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger faults = new AtomicInteger();

  FaultyClients(KafkaSettings settings, int every) {
    super(settings, TestKafka.TAKEOVER);
    this.every = every;
  }

  int faults() {
    return faults.get();
  }

  @Override
  @SuppressWarnings("unchecked")
  Producer<byte[], byte[]> transactionalProducer(String name) {
    Producer<byte[], byte[]> real = super.transactionalProducer(name);
    return (Producer<byte[], byte[]>)
        Proxy.newProxyInstance(
            Producer.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (_, method, arguments) -> {
              String call = method.getName();
              boolean fails =
                  (call.equals("sendOffsetsToTransaction") || call.equals("commitTransaction"))
                      && calls.incrementAndGet() % every == 0;
              boolean after = fails && faults.incrementAndGet() % 2 == 0;
              if (fails && !after) {
                throw new TimeoutException("a fault before " + call);
              }
              try {
                Object result = method.invoke(real, arguments);
                if (after) {
                  throw new TimeoutException("a fault after " + call);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
