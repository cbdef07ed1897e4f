package io.paperflow.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Writes numbered records until it is told to end, so that there is work whatever happens. */
final class Feed implements AutoCloseable {

  private static final int KEYS = 500;
  private static final int EACH = 100;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;
  private final Thread thread;
  private final Queue<Numbered> unsent = new ConcurrentLinkedQueue<>();
  private volatile boolean ending;
  private volatile int size;

  private Feed(KafkaProducer<byte[], byte[]> producer, String topic) {
    this.producer = producer;
    this.topic = topic;
    this.thread = Thread.ofPlatform().daemon().name("feed").unstarted(this::run);
  }

  static Feed into(TestKafka kafka, String topic) {
    Feed feed = new Feed(kafka.producer(Map.of()), topic);
    feed.thread.start();
    return feed;
  }

  private void run() {
    int next = 0;
    while (!ending) {
      for (Numbered n : Numbered.range(next, next + EACH, KEYS)) {
        var _ =
            producer.send(
                n.record(topic),
                (_, e) -> {
                  if (e != null) {
                    unsent.add(n);
                  }
                });
      }
      producer.flush();
      next += EACH;
      size = next;
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Records that were written. */
  int size() {
    return size;
  }

  /** Ends and returns all that was written. */
  List<Numbered> end() throws InterruptedException {
    ending = true;
    thread.join();
    if (!unsent.isEmpty()) {
      throw new AssertionError("not sent: " + unsent);
    }
    return Numbered.range(0, size, KEYS);
  }

  @Override
  public void close() throws InterruptedException {
    end();
    producer.close();
  }
}
