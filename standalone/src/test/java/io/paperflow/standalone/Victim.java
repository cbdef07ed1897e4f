package io.paperflow.standalone;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/** A service that is killed at random moments of its work and started again at once. */
final class Victim implements AutoCloseable {

  /** One moment is drawn from each of these parts of the work. */
  private static final double[][] PARTS = {{0.02, 0.3}, {0.35, 0.7}};

  /** Counts what the service has done, ever growing. */
  @FunctionalInterface
  interface Count {
    long get() throws Exception;
  }

  private final String name;
  private final ServiceProcess process;
  private final Count count;
  private final long begun;
  private final long work;
  private final Deque<Long> moments = new ArrayDeque<>();
  private int hits;

  /**
   * A victim.
   *
   * @param work what the service has to do from now on, in the unit of the count
   */
  Victim(String name, ServiceProcess process, Count count, long work, Random random)
      throws Exception {
    this.name = name;
    this.process = process;
    this.count = count;
    this.begun = count.get();
    this.work = work;
    for (double[] part : PARTS) {
      moments.add((long) (work * random.nextDouble(part[0], part[1])));
    }
  }

  /** Kills and starts the service again if its next moment has come; whether none is left. */
  boolean diesWhenItsTimeHasCome() throws Exception {
    process.requireNotFailed();
    if (!moments.isEmpty() && done() >= moments.getFirst()) {
      moments.removeFirst();
      boolean alive = process.isAlive();
      process.kill();
      long done = done();
      System.out.printf("kill -9 of the %s after %d of %d%n", name, done, work);
      if (alive && done < work) {
        hits++;
      }
      process.restart();
    }
    return moments.isEmpty();
  }

  private long done() throws Exception {
    return count.get() - begun;
  }

  /** Kills that found it with work to do. */
  int hits() {
    return hits;
  }

  String name() {
    return name;
  }

  /** The exit code of a service that ends by itself. */
  int awaitExit() throws Exception {
    return process.awaitExit();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.close();
  }
}
