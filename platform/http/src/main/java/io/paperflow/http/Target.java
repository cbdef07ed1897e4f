package io.paperflow.http;

import java.net.URI;
import java.util.Locale;

/**
 * An address that may be asked.
 *
 * @param uri absolute, http or https, without user and fragment
 * @param authority host in lower case, with the port when it is not the scheme's own
 */
record Target(URI uri, String authority) {

  /** Why an address may not be asked. */
  static final class BadAddressException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    BadAddressException(String code, String message) {
      super(message);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  static Target of(URI uri) throws BadAddressException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new BadAddressException("scheme", "only https and http addresses are read");
    }
    if (uri.getHost() == null) {
      throw new BadAddressException("address", "the address names no host that can be looked up");
    }
    if (uri.getRawUserInfo() != null) {
      throw new BadAddressException(
          "address", "user and password in an address are not sent: give a token in the settings");
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    boolean own = uri.getPort() < 0 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
    String authority = own ? host : host + ":" + uri.getPort();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new Target(URI.create(scheme + "://" + authority + path + query), authority);
  }

  boolean isTls() {
    return uri.getScheme().equals("https");
  }

  String host() {
    return uri.getHost();
  }

  int port() {
    return uri.getPort() >= 0 ? uri.getPort() : isTls() ? 443 : 80;
  }

  /** What stands in the request line, in ASCII. */
  String pathAndQuery() {
    String ascii = uri.toASCIIString();
    return ascii.substring(ascii.indexOf('/', uri.getScheme().length() + "://".length()));
  }

  URI robotsTxt() {
    return URI.create(uri.getScheme() + "://" + authority + "/robots.txt");
  }

  /** For messages: without the query, which may hold what is signed. */
  String shown() {
    return shown(uri);
  }

  /** The same of an address that may be none. */
  static String shown(URI uri) {
    return uri.getScheme()
        + "://"
        + (uri.getHost() == null ? "?" : uri.getHost())
        + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
        + (uri.getRawPath() == null ? "" : uri.getRawPath());
  }
}
