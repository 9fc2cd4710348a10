package dev.tradewind.launcher.platform;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands for a service or a tool: a process of its own, in a jar that a test writes. FAKE_MODE says how it behaves. */
public final class FakeComponent {

  public static void main(String[] arguments) throws Exception {
    String mode = System.getenv().getOrDefault("FAKE_MODE", "good");
    List<String> given = List.of(arguments);
    System.out.println("arguments " + given + " endpoint " + System.getenv("TRADEWIND_AWS_ENDPOINT") + " provider " + System.getenv("TRADEWIND_PROVIDER_URL"));
    if (mode.equals("dies")) {
      System.out.println("cannot go on: no harbour");
      System.exit(3);
    }
    if (mode.equals("deaf")) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> block(new CountDownLatch(1))));
    }
    boolean tool = given.contains("--port");
    int port = Integer.parseInt(tool ? given.get(given.indexOf("--port") + 1) : System.getenv("QUARKUS_HTTP_PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", exchange -> {
      exchange.sendResponseHeaders(mode.equals("never-ready") && exchange.getRequestURI().getPath().endsWith("ready") ? 503 : 200, -1);
      exchange.close();
    });
    server.start();
    if (tool && !mode.equals("never-ready")) {
      System.out.println("fake ready http://127.0.0.1:" + port);
    }
  }

  private static void block(CountDownLatch forever) {
    try {
      forever.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes this class as the jar of a component. */
  static void install(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeComponent.class.getName());
    Files.createDirectories(jar.getParent());
    try (OutputStream file = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(file, manifest)) {
      String name = FakeComponent.class.getName().replace('.', '/') + ".class";
      entries.putNextEntry(new JarEntry(name));
      FakeComponent.class.getClassLoader().getResourceAsStream(name).transferTo(entries);
      entries.closeEntry();
    }
  }
}
