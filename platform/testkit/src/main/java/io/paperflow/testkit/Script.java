package io.paperflow.testkit;

import io.paperflow.testkit.Reaction.Forward;
import io.paperflow.testkit.Reaction.Refuse;
import io.paperflow.testkit.Reaction.RefuseItems;
import io.paperflow.testkit.Reaction.Silence;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Decides what happens to each request. Thread-safe. */
@FunctionalInterface
public interface Script {

  /** What happens to a request. */
  Reaction react(Call call);

  /** Everything is passed on. */
  static Script faithful() {
    return _ -> new Forward();
  }

  /** The first bulks get the reaction, later ones and all other requests are passed on. */
  static Script onBulks(int times, Reaction reaction) {
    AtomicInteger left = new AtomicInteger(times);
    return call -> call.isBulk() && left.getAndDecrement() > 0 ? reaction : new Forward();
  }

  /** One operation of each of the first bulks is refused. */
  static Script onItem(int place, int times, Fault fault) {
    return onBulks(times, new RefuseItems(Map.of(place, fault)));
  }

  /** Every bulk which holds such a document is refused as a whole. */
  static Script refusing(Predicate<String> id, Fault fault) {
    return call ->
        call.operations().stream().map(BulkOperation::id).anyMatch(id)
            ? new Refuse(fault)
            : new Forward();
  }

  /** Every operation on such a document is refused, each document so many times. */
  static Script refusingItems(Predicate<String> id, int times, Fault fault) {
    Map<String, Integer> refusals = new ConcurrentHashMap<>();
    return call -> {
      Map<Integer, Fault> faults = new HashMap<>();
      IntStream.range(0, call.operations().size())
          .filter(i -> id.test(call.operations().get(i).id()))
          .filter(i -> refusals.merge(call.operations().get(i).id(), 1, Integer::sum) <= times)
          .forEach(i -> faults.put(i, fault));
      return faults.isEmpty() ? new Forward() : new RefuseItems(faults);
    };
  }

  /** Nothing is answered, whatever it is. */
  static Script silent() {
    return _ -> new Silence();
  }
}
