package io.paperflow.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a host. Thread-safe. */
@FunctionalInterface
interface Resolver {

  /** The system's. */
  Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /**
   * Looks up a host.
   *
   * @return at least one, in the order in which they are to be tried
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** One that knows public addresses only. */
  static Resolver publicOnly(Resolver resolver) {
    return host -> {
      List<InetAddress> addresses = resolver.resolve(host);
      // One address that is not public makes the whole answer suspicious.
      if (!addresses.stream().allMatch(PublicAddress::isPublic)) {
        throw new ForbiddenAddressException(host);
      }
      return addresses;
    };
  }

  /** The name leads to an address that is not public. */
  final class ForbiddenAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host) {
      super(
          host
              + " has an address that is not public; if that is intended, allow private addresses"
              + " for this host in the settings");
    }
  }
}
