package dev.tradewind.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.launcher.platform.Component;
import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.platform.Platform;
import dev.tradewind.launcher.platform.PlatformOptions;
import dev.tradewind.launcher.platform.Topology;
import dev.tradewind.launcher.platform.WorkDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A contender on free ports, with stand-ins of its own and stock for everything it will be ordered. */
final class Rig implements AutoCloseable {

  private static final long STOCK = 1_000_000_000;

  private final Contender contender;
  private final Path directory;
  private final Home home = Home.find();
  private final Platform platform;
  private final Clients clients = new Clients();

  /** With what carries an order to its end, and nothing else. */
  Rig(Contender contender, Consumer<String> progress) {
    this(contender, contender.topology(), progress);
  }

  Rig(Contender contender, Topology topology, Consumer<String> progress) {
    this.contender = contender;
    directory = temporary();
    platform = new Platform(home, topology.onFreePorts(), PlatformOptions.in(directory), progress);
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "stop"));
  }

  void start() throws InterruptedException {
    platform.start();
    for (String sku : OrderMix.PRODUCTS) {
      clients.post(platform.url("inventory").resolve("/v1/stock/" + sku + "/receipts"), "bench-" + sku,
          "{\"warehouse\":\"eu-1\",\"quantity\":%d}".formatted(STOCK), 201);
    }
  }

  /** Gone with the rig. */
  Path directory() {
    return directory;
  }

  Platform platform() {
    return platform;
  }

  List<String> services() {
    return platform.topology().services().stream().map(Component::name).toList();
  }

  /** Places an order and returns its id. */
  String place(OrderMix.Order order) throws InterruptedException {
    return clients.post(platform.url("orders").resolve("/v1/orders"), order.key(), order.body(), 202).path("orderId").asText();
  }

  /** When an order was confirmed, by the time written with it. */
  Instant confirmedAt(String orderId) throws InterruptedException {
    return contender.confirmedAt(clients.get(platform.url("orders").resolve(contender.timesPath(orderId))));
  }

  String metrics(String service) throws InterruptedException {
    return clients.text(platform.url(service).resolve("/q/metrics"));
  }

  JsonNode ledger() throws InterruptedException {
    return clients.get(URI.create(platform.url(Topology.PARTNERS) + "/psp/ledger/summary"));
  }

  private void end() {
    platform.cancel();
    if (Files.exists(directory)) {
      WorkDirectory.delete(directory);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("tradewind-bench-");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public void close() {
    clients.close();
    end();
  }
}
