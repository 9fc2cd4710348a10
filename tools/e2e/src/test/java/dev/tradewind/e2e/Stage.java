package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.launcher.platform.Component;
import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.platform.Platform;
import dev.tradewind.launcher.platform.PlatformOptions;
import dev.tradewind.launcher.platform.ProcessStatus;
import dev.tradewind.launcher.platform.Topology;
import dev.tradewind.launcher.platform.Training;
import dev.tradewind.launcher.platform.WorkDirectory;
import dev.tradewind.launcher.resources.AwsEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A platform of real processes on free ports, and all that a scenario needs to use it and to look at it from outside. */
final class Stage implements AutoCloseable {

  /** Those that an order passes through. */
  static final List<String> SERVICES = List.of("orders", "inventory", "payments", "shipping");

  /** More orders of one customer look like fraud on every stage; where it does not matter each order has a customer of its own. */
  static final int MOST_ORDERS = 10;

  /** How long a former price is accepted on every stage. */
  static final int PRICE_GRACE_SECONDS = 3;

  private static final Path ALL = Path.of("target/e2e").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final Http http = new Http();
  private final Path directory;
  private final Platform platform;
  private final Wire wire;
  private final Queues queues;
  private final Topics topics;
  private final Journal journal;
  private final Archived archived;

  private Stage(PlatformOptions options, List<String> services, int instances) {
    directory = options.data().orElse(options.workDirectory());
    Topology topology = Topology.standard()
        // It lives for minutes: what the second compiler costs, it does not earn back.
        .with(Topology.LOCAL_CLOUD, "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        .with("insights", "TRADEWIND_INSIGHTS_FRAUD_MOST_ORDERS", Integer.toString(MOST_ORDERS))
        .with("orders", "TRADEWIND_ORDERS_PRICE_GRACE_SECONDS", Integer.toString(PRICE_GRACE_SECONDS));
    Topology once = services.isEmpty() ? topology.withoutEdge()
        : topology.withOnly(services);
    train(options.workDirectory(), once);
    Topology placed = several(once, instances).onFreePorts();
    wire = new Wire(placed.component(Topology.LOCAL_CLOUD).port());
    platform = new Platform(Home.find(), placed.services().stream().anyMatch(service -> service.name().equals("gateway"))
        ? placed.with("gateway", AwsEndpoint.VARIABLE, wire.url().toString()) : placed, options, step -> {});
    queues = new Queues(platform.endpoint(), placed.services().stream().map(Component::name).toList());
    topics = new Topics(platform.endpoint());
    journal = new Journal(platform.endpoint());
    archived = new Archived(platform.endpoint());
  }

  private static Topology several(Topology once, int instances) {
    Topology all = once;
    for (Component service : once.services()) {
      all = service.name().equals("gateway") ? all : all.withInstances(service.name(), instances);
    }
    return all;
  }

  /** Stages that are built at the same time train once. */
  private static synchronized void train(Path directory, Topology topology) {
    new Training(Home.find(), directory, step -> {}).run(topology);
  }

  /** Starts everything; returns when all of it is ready. The logs are under {@code target/e2e/<name>/logs}, also afterwards. */
  static Stage open(String name, List<String> services, int instances, boolean keepsData) {
    Path directory = ALL.resolve(name);
    if (Files.exists(directory)) {
      WorkDirectory.delete(directory);
    }
    PlatformOptions options = PlatformOptions.in(directory).within(Duration.ofMinutes(3), Duration.ofSeconds(25));
    Stage stage = new Stage(keepsData ? options.keepingDataIn(directory.resolve("data")) : options, services, instances);
    Runtime.getRuntime().addShutdownHook(new Thread(stage.platform::cancel, "stop-" + name));
    stage.platform.start();
    return stage;
  }

  Platform platform() {
    return platform;
  }

  /** @param whom {@code customer=ID} or {@code role=operator} */
  GatewayApi gateway(String whom) {
    return GatewayApi.of(platform.url("gateway"), platform.url(Topology.PARTNERS), http, whom);
  }

  /** The gateway for somebody without a token. */
  GatewayApi stranger() {
    return GatewayApi.stranger(platform.url("gateway"), http);
  }

  /** Sends a process a signal by its name, such as {@code STOP}. */
  void signal(String process, String signal) {
    long pid = platform.status().stream().filter(each -> each.name().equals(process)).map(ProcessStatus.Running.class::cast)
        .findFirst().orElseThrow().pid();
    try {
      assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).inheritIO().start().waitFor()).isZero();
    } catch (IOException cannotSignal) {
      throw new UncheckedIOException(cannotSignal);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Between the gateway and the cloud: its queue, and the directory of services. */
  Wire cloudOfTheGateway() {
    return wire;
  }

  OrdersApi orders() {
    return new OrdersApi(platform.url("orders"), http);
  }

  ViewsApi views() {
    return new ViewsApi(platform.url("queries"), http);
  }

  NotificationsApi notifications() {
    return new NotificationsApi(platform.url("notifications"), http);
  }

  InsightsApi insights() {
    return new InsightsApi(platform.url("insights"), http);
  }

  CatalogApi catalog() {
    return new CatalogApi(platform.url("catalog"), http);
  }

  Outbox outbox() {
    return new Outbox(directory.resolve("outbox"));
  }

  Stock stock() {
    return new Stock(platform.url("inventory"), http);
  }

  Partner provider() {
    return new Partner(platform.url(Topology.PARTNERS), "psp", http);
  }

  Partner carrier() {
    return new Partner(platform.url(Topology.PARTNERS), "carrier", http);
  }

  Books books() {
    return new Books(provider(), carrier());
  }

  Queues queues() {
    return queues;
  }

  Topics topics() {
    return topics;
  }

  Journal journal() {
    return journal;
  }

  Archived archived() {
    return archived;
  }

  TimeMachine timeMachine() {
    return new TimeMachine(platform.endpoint());
  }

  Path log(String process) {
    return platform.log(process).path();
  }

  /** Waits as long as anything here may take, also on a machine that is busy. */
  static ConditionFactory eventually() {
    return Awaitility.await().atMost(PATIENCE).pollInterval(BETWEEN_LOOKS).pollDelay(Duration.ZERO);
  }

  @Override
  public void close() {
    platform.close();
    wire.close();
    queues.close();
    topics.close();
    journal.close();
    archived.close();
    http.close();
  }
}
