package io.paperflow.pipeline;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

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
    Faults faulty = new Faults(super.transactionalProducer(name));
    return (Producer<byte[], byte[]>)
        Proxy.newProxyInstance(
            Producer.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (_, method, arguments) -> faulty.call(method, arguments));
  }

  private final class Faults {

    private final Producer<byte[], byte[]> real;
    private boolean committedUnanswered;

    Faults(Producer<byte[], byte[]> real) {
      this.real = real;
    }

    @Nullable Object call(Method method, Object[] arguments) throws Throwable {
      String call = method.getName();
      boolean commits = call.equals("commitTransaction");
      if (commits && committedUnanswered) {
        committedUnanswered = false;
        return null;
      }
      boolean fails =
          (commits || call.equals("sendOffsetsToTransaction"))
              && calls.incrementAndGet() % every == 0;
      boolean after = fails && faults.incrementAndGet() % 2 == 0;
      if (fails && !after) {
        throw new TimeoutException("a fault before " + call);
      }
      try {
        Object result = method.invoke(real, arguments);
        if (after) {
          committedUnanswered = commits;
          throw new TimeoutException("a fault after " + call);
        }
        return result;
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
