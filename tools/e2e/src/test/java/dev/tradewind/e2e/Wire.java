package dev.tradewind.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between one process and a server, and can be cut: then connections break and no new one is served. */
final class Wire implements AutoCloseable {

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  /** @param target the port on loopback at its other end */
  Wire(int target) {
    this.target = target;
    try {
      server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException cannotListen) {
      throw new UncheckedIOException(cannotListen);
    }
    Thread.ofVirtual().name("wire").start(this::accept);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  void cut() {
    cut = true;
    open.forEach(Wire::end);
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    try {
      while (true) {
        Socket near = server.accept();
        if (cut) {
          end(near);
        } else {
          connect(near);
        }
      }
    } catch (IOException closed) {
      // The scenario is over.
    }
  }

  private void connect(Socket near) {
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(near);
      open.add(far);
      Thread.ofVirtual().start(() -> pass(near, far));
      Thread.ofVirtual().start(() -> pass(far, near));
      if (cut) {
        cut();
      }
    } catch (IOException nobodyThere) {
      end(near);
    }
  }

  private void pass(Socket from, Socket to) {
    try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException broken) {
      // The other end hears of it by the closing.
    } finally {
      end(from);
      end(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyBroken) {
      // It is over in any case.
    }
  }

  @Override
  public void close() {
    end(server);
    open.forEach(Wire::end);
  }

  private static void end(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException alreadyClosed) {
      // It is over in any case.
    }
  }
}
