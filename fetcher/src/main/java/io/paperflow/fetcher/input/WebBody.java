package io.paperflow.fetcher.input;

import io.paperflow.fetcher.input.InputFailure.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, read within limits of time and size. One thread reads; the client's
 * threads deliver, one piece ahead at most.
 */
final class WebBody extends InputStream implements Flow.Subscriber<List<ByteBuffer>> {

  private static final int LEAST_BYTES = 1024;

  private sealed interface Signal {
    record Data(List<ByteBuffer> buffers) implements Signal {}

    record End() implements Signal {}

    record Broken(Throwable cause) implements Signal {}
  }

  private final String name;
  private final WebLimits limits;
  private final InstantSource clock;
  private final Instant deadline;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final Queue<ByteBuffer> pending = new ArrayDeque<>();
  private volatile Flow.@Nullable Subscription subscription;
  private boolean ended;
  private long received;
  private Duration waited = Duration.ZERO;
  private long receivedWhileWaiting;

  WebBody(String name, WebLimits limits, InstantSource clock) {
    this.name = name;
    this.limits = limits;
    this.clock = clock;
    this.deadline = clock.instant().plus(limits.overall());
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    signals.add(new Signal.Data(buffers));
  }

  @Override
  public void onError(Throwable cause) {
    signals.add(new Signal.Broken(cause));
  }

  @Override
  public void onComplete() {
    signals.add(new Signal.End());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (!ended && !hasPending()) {
      receive();
    }
    ByteBuffer next = pending.peek();
    if (next == null) {
      return -1;
    }
    int read = Math.min(length, next.remaining());
    next.get(bytes, offset, read);
    return read;
  }

  private boolean hasPending() {
    while (!pending.isEmpty() && !pending.element().hasRemaining()) {
      pending.remove();
    }
    return !pending.isEmpty();
  }

  private void receive() throws IOException {
    switch (await()) {
      case Signal.End() -> ended = true;
      case Signal.Broken(Throwable cause) ->
          throw new InputException(
              Code.UNREACHABLE, name + ": the connection broke: " + cause.getMessage());
      case Signal.Data(List<ByteBuffer> buffers) -> {
        pending.addAll(buffers);
        long bytes = buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        received += bytes;
        receivedWhileWaiting += bytes;
        checkLimits();
        request();
      }
    }
  }

  private Signal await() throws IOException {
    Instant began = clock.instant();
    Duration left = Duration.between(began, deadline);
    Duration patience = limits.patience().compareTo(left) < 0 ? limits.patience() : left;
    try {
      Signal signal = signals.poll(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
      waited = waited.plus(Duration.between(began, clock.instant()));
      if (signal == null) {
        throw patience.equals(left) ? tookTooLong() : stalled();
      }
      return signal;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException(name + ": interrupted").initCause(e);
    }
  }

  private void checkLimits() throws InputException {
    if (received > limits.bytes()) {
      throw tooLarge(name, limits);
    }
    if (clock.instant().isAfter(deadline)) {
      throw tookTooLong();
    }
    if (waited.compareTo(limits.patience()) >= 0) {
      if (receivedWhileWaiting < LEAST_BYTES) {
        throw stalled();
      }
      waited = Duration.ZERO;
      receivedWhileWaiting = 0;
    }
  }

  static InputException tooLarge(String name, WebLimits limits) {
    return new InputException(
        Code.TOO_LARGE,
        "%s: the server sends more than %d bytes: download it and give the file"
            .formatted(name, limits.bytes()));
  }

  private InputException tookTooLong() {
    return new InputException(
        Code.TOO_LARGE,
        "%s: not at its end after %d s: download it and give the file"
            .formatted(name, limits.overall().toSeconds()));
  }

  private InputException stalled() {
    return new InputException(
        Code.STALLED,
        "%s: the server sent less than %d bytes in %d s: try again later"
            .formatted(name, LEAST_BYTES, limits.patience().toSeconds()));
  }

  private void request() {
    Flow.Subscription active = subscription;
    if (active != null) {
      active.request(1);
    }
  }

  /** Tells the server's side that no more is wanted. */
  @Override
  public void close() {
    Flow.Subscription active = subscription;
    if (active != null) {
      active.cancel();
    }
  }
}
