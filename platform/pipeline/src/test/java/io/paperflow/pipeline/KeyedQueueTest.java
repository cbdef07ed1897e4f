package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyedQueueTest {

  private final KeyedQueue<String> queue = new KeyedQueue<>(item -> item.charAt(0));

  @Test
  void oneItemOfAKeyIsOutAtATimeAndOthersPass() {
    offer("a1", "a2", "b1", "a3");
    assertEquals(Optional.of("a1"), queue.poll());
    assertEquals(Optional.of("b1"), queue.poll());
    assertEquals(Optional.empty(), queue.poll());
    queue.release("a1");
    assertEquals(Optional.of("a2"), queue.poll());
    assertEquals(Optional.empty(), queue.poll());
    queue.release("a2");
    assertEquals(Optional.of("a3"), queue.poll());
    queue.release("a3");
    offer("a4");
    assertEquals(Optional.of("a4"), queue.poll());
  }

  @Test
  void anItemPutBackComesBeforeThoseBehindIt() {
    offer("a1", "a2", "b1");
    String first = queue.poll().orElseThrow();
    queue.putBack(first);
    assertEquals(Optional.of("a1"), queue.poll());
  }

  @Test
  void droppedItemsLetTheOthersOfTheirKeyPass() {
    offer("a1", "a2", "b1", "a3");
    assertEquals(2, queue.removeIf(item -> item.equals("a1") || item.equals("a2")));
    assertEquals(2, queue.size());
    assertEquals(Optional.of("b1"), queue.poll());
    assertEquals(Optional.of("a3"), queue.poll());
  }

  @Test
  void aKeyThatIsOutStaysHeldWhenWhatWaitsBehindItIsDropped() {
    offer("a1", "a2");
    queue.poll();
    queue.removeIf(item -> item.equals("a2"));
    offer("a3");
    assertEquals(Optional.empty(), queue.poll());
    queue.release("a1");
    assertEquals(Optional.of("a3"), queue.poll());
  }

  private void offer(String... items) {
    for (String item : items) {
      queue.offer(item);
    }
  }
}
