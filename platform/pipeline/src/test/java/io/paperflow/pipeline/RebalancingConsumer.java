package io.paperflow.pipeline;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** A real consumer that is told, when the test wants it, that it lost its partitions. */
final class RebalancingConsumer {

  private final Consumer<byte[], byte[]> real;
  private final AtomicBoolean losing = new AtomicBoolean();
  private final AtomicBoolean read = new AtomicBoolean();

  RebalancingConsumer(Consumer<byte[], byte[]> real) {
    this.real = real;
  }

  /** At the next poll. */
  void losePartitions() {
    losing.set(true);
  }

  /** Whether a poll had records. */
  boolean read() {
    return read.get();
  }

  @SuppressWarnings("unchecked")
  Consumer<byte[], byte[]> consumer() {
    Subscription subscription = new Subscription();
    return (Consumer<byte[], byte[]>)
        Proxy.newProxyInstance(
            Consumer.class.getClassLoader(),
            new Class<?>[] {Consumer.class},
            (_, method, arguments) -> {
              if (method.getName().equals("subscribe")) {
                subscription.listener = Optional.of((ConsumerRebalanceListener) arguments[1]);
              }
              if (method.getName().equals("poll") && losing.compareAndSet(true, false)) {
                subscription.listener.orElseThrow().onPartitionsLost(real.assignment());
              }
              try {
                Object result = method.invoke(real, arguments);
                if (result instanceof ConsumerRecords<?, ?> records && !records.isEmpty()) {
                  read.set(true);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static final class Subscription {
    private Optional<ConsumerRebalanceListener> listener = Optional.empty();
  }
}
