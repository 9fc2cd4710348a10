package dev.tradewind.notifications.webhook;

import java.net.InetAddress;
import java.net.URI;

/**
 * A URL that was checked, with the address that was found behind its name: this address is called, and the name is not looked up again.
 */
record Endpoint(URI url, InetAddress address) {

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  boolean isEncrypted() {
    return isEncrypted(url);
  }

  int port() {
    return port(url);
  }

  /** As in the request line: path and query. */
  String target() {
    var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  static boolean isEncrypted(URI url) {
    return url.getScheme().equalsIgnoreCase("https");
  }

  static int port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : isEncrypted(url) ? HTTPS_PORT : HTTP_PORT;
  }
}
