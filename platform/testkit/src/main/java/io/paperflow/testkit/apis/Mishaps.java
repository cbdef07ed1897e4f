package io.paperflow.testkit.apis;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Decides what goes wrong. Thread-safe. */
@FunctionalInterface
public interface Mishaps {

  /** What goes wrong with a request. */
  Optional<Mishap> next(Request request);

  /** Nothing goes wrong. */
  static Mishaps none() {
    return _ -> Optional.empty();
  }

  /** The same goes wrong with each of the requests. */
  static Mishaps always(Predicate<Request> which, Mishap mishap) {
    return request -> which.test(request) ? Optional.of(mishap) : Optional.empty();
  }

  /** The first of the requests meet these, in their order. */
  static Mishaps inOrder(Predicate<Request> which, Mishap... mishaps) {
    Queue<Mishap> left = new ArrayDeque<>(Arrays.asList(mishaps));
    return request -> {
      synchronized (left) {
        return which.test(request) ? Optional.ofNullable(left.poll()) : Optional.empty();
      }
    };
  }

  /**
   * A share of the requests meet one of these. It depends on the seed, the target and how often
   * that was asked, and so not on the order of requests.
   *
   * @param share from 0 to 1
   */
  static Mishaps random(long seed, double share, Predicate<Request> which, List<Mishap> kinds) {
    Map<String, Integer> asked = new ConcurrentHashMap<>();
    return request -> {
      if (!which.test(request)) {
        return Optional.empty();
      }
      String target = request.api() + request.target();
      int times = asked.merge(target, 1, Integer::sum);
      SplittableRandom random = new SplittableRandom(seed ^ (31L * target.hashCode() + times));
      return random.nextDouble() < share
          ? Optional.of(kinds.get(random.nextInt(kinds.size())))
          : Optional.empty();
    };
  }
}
