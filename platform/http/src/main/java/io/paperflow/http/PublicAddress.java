package io.paperflow.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are on the public internet, after the special-purpose registries of IANA (RFC
 * 6890): of IPv4 all that is in no special block, of IPv6 what is in {@code 2000::/3} and in none.
 * So addresses that carry another inside (IPv4-mapped, NAT64, 6to4, Teredo) are none. Pure.
 */
final class PublicAddress {

  private static final List<Block> SPECIAL_4 =
      List.of(
          Block.of(8, 0), // this network
          Block.of(8, 10), // private
          Block.of(10, 100, 64), // shared by carriers (CGNAT)
          Block.of(8, 127), // loopback
          Block.of(16, 169, 254), // link-local, and the metadata of clouds
          Block.of(12, 172, 16), // private
          Block.of(24, 192, 0, 0), // protocol assignments
          Block.of(24, 192, 0, 2), // documentation
          Block.of(24, 192, 88, 99), // 6to4 relays
          Block.of(16, 192, 168), // private
          Block.of(15, 198, 18), // benchmarks
          Block.of(24, 198, 51, 100), // documentation
          Block.of(24, 203, 0, 113), // documentation
          Block.of(3, 224)); // multicast, reserved, broadcast

  private static final Block GLOBAL_6 = Block.of(3, 0x20);

  private static final List<Block> SPECIAL_6 =
      List.of(
          Block.of(23, 0x20, 0x01, 0x00), // protocol assignments, Teredo
          Block.of(32, 0x20, 0x01, 0x0d, 0xb8), // documentation
          Block.of(16, 0x20, 0x02), // 6to4
          Block.of(20, 0x3f, 0xff)); // documentation

  private PublicAddress() {}

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address
        ? GLOBAL_6.holds(bytes) && SPECIAL_6.stream().noneMatch(block -> block.holds(bytes))
        : SPECIAL_4.stream().noneMatch(block -> block.holds(bytes));
  }

  /** A block: the first bits of its addresses, missing bytes are 0. */
  private record Block(int bits, List<Integer> bytes) {

    static Block of(int bits, Integer... bytes) {
      return new Block(bits, List.of(bytes));
    }

    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int own = bit / 8 < bytes.size() ? bytes.get(bit / 8) : 0;
        int mask = 0x80 >> (bit % 8);
        if ((own & mask) != (address[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
