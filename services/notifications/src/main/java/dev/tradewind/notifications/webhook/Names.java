package dev.tradewind.notifications.webhook;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses behind a host name. */
@FunctionalInterface
interface Names {

  /** One address or more; fails when there is none. */
  Uni<List<InetAddress>> resolve(String host);
}
