package io.paperflow.embedded.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LocalPortTest {

  @Test
  void aPortThatSomethingListensOnIsAProblem() throws Exception {
    try (ServerSocket loopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket everywhere = new ServerSocket(0, 1)) {
      assertTrue(LocalPort.problem(loopback.getLocalPort()).isPresent());
      assertTrue(LocalPort.problem(everywhere.getLocalPort()).isPresent());
    }
  }

  @Test
  void aFreePortIsNoneThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = LocalPort.free(new FirstThenAnother(taken.getLocalPort()));

      assertNotEquals(taken.getLocalPort(), port);
      assertEquals(Optional.empty(), LocalPort.problem(port));
    }
  }

  /** Draws this number, then others. */
  private static final class FirstThenAnother implements RandomGenerator {
    private final RandomGenerator others = RandomGenerator.getDefault();
    private final int first;
    private boolean drawn;

    FirstThenAnother(int first) {
      this.first = first;
    }

    @Override
    public int nextInt(int origin, int bound) {
      if (drawn) {
        return others.nextInt(origin, bound);
      }
      drawn = true;
      return first;
    }

    @Override
    public long nextLong() {
      return others.nextLong();
    }
  }
}
