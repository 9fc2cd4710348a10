package dev.tradewind.orders.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A connection to the local cloud that a test can cut and mend. */
final class TcpProxy implements AutoCloseable {

  private final URI target;
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  TcpProxy(URI target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Breaks every connection, and lets none be made. */
  void cut() {
    cut = true;
    open.forEach(TcpProxy::closed);
    open.clear();
  }

  void mend() {
    cut = false;
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        join(server.accept());
      } catch (IOException e) {
        // The server was closed, which ends the loop, or one client is gone, which ends nothing.
        continue;
      }
    }
  }

  private void join(Socket client) throws IOException {
    if (cut) {
      closed(client);
      return;
    }
    var cloud = new Socket(target.getHost(), target.getPort());
    open.add(client);
    open.add(cloud);
    Thread.ofVirtual().start(() -> pump(client, cloud));
    Thread.ofVirtual().start(() -> pump(cloud, client));
  }

  private static void pump(Socket from, Socket to) {
    try (from; to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      closed(to);
    }
  }

  private static void closed(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
