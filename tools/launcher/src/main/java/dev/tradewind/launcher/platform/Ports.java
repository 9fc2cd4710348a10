package dev.tradewind.launcher.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Which ports are free on this machine. */
final class Ports {

  // Below the range from which systems take the ports of outgoing connections, so that none of those takes one in between.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 30_000;

  private Ports() {}

  static List<Integer> free(int count) {
    return ThreadLocalRandom.current().ints(LOWEST, HIGHEST).distinct().filter(Ports::isFree).limit(count).boxed().toList();
  }

  static boolean isFree(int port) {
    return binds(port, InetAddress.getLoopbackAddress()) && binds(port, new InetSocketAddress(0).getAddress());
  }

  private static boolean binds(int port, InetAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
