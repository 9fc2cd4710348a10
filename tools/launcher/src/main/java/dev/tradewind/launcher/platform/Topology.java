package dev.tradewind.launcher.platform;

import dev.tradewind.launcher.platform.Component.Readiness;
import java.net.URI;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every process of the platform on one machine, in the order in which they start: this page is the place to change a port, a JVM option
 * or a variable, and to add a service.
 *
 * @param components the processes; the local cloud and the partners first
 */
public record Topology(List<Component> components) {

  public static final String LOCAL_CLOUD = "local-cloud";
  public static final String PARTNERS = "partners";

  private static final String ORDERS = "orders";
  private static final String CATALOG = "catalog";
  private static final String PARTNERS_URL = "{partners}";
  private static final String DATA = "{data}";

  private static final int MOST_INSTANCES = 5;

  // One compiler: on a laptop ten JVMs start together, and the second one costs more in their first minutes than its code gains.
  private static final List<String> SERVICE_JVM =
      List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");
  private static final List<String> LOCAL_CLOUD_JVM = List.of("-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");
  private static final List<String> PARTNERS_JVM = SERVICE_JVM;

  /** The whole platform on its usual ports. */
  public static Topology standard() {
    return new Topology(List.of(
        tool(LOCAL_CLOUD, 4566, LOCAL_CLOUD_JVM),
        tool(PARTNERS, 8090, PARTNERS_JVM),
        service(ORDERS, 8081),
        service("inventory", 8082),
        service("payments", 8083).with("TRADEWIND_PROVIDER_URL", PARTNERS_URL),
        service("shipping", 8084).with("TRADEWIND_CARRIER_URL", PARTNERS_URL),
        service("queries", 8085),
        service("notifications", 8086)
            .with("TRADEWIND_NOTIFICATIONS_MAIL_OUTBOX", DATA + "/outbox")
            .with("TRADEWIND_NOTIFICATIONS_WEBHOOK_ALLOW_LOOPBACK", "true"),
        // Small objects, but what happened is in the archive a second later, and a killed instance is replaced soon.
        service("archive", 8087).with("TRADEWIND_ARCHIVE_BATCH_MILLIS", "1000").with("TRADEWIND_ARCHIVE_LEASE_SECONDS", "5"),
        service("insights", 8088).with("TRADEWIND_INSIGHTS_LEASE_SECONDS", "5"),
        service(CATALOG, 8089),
        service("gateway", 8080).with("TRADEWIND_IDENTITY_ISSUER", PARTNERS_URL + "/oidc")));
  }

  private static Component service(String name, int port) {
    return new Component(name, "services/" + name, "target/service-runner.jar", port, SERVICE_JVM, Map.of(), Readiness.HEALTH);
  }

  private static Component tool(String name, int port, List<String> jvmOptions) {
    return new Component(name, "tools/" + name, "target/" + name + ".jar", port, jvmOptions, Map.of(), Readiness.READY_LINE);
  }

  public Topology {
    components = List.copyOf(components);
    if (components.stream().map(Component::name).distinct().count() < components.size()) {
      throw new IllegalArgumentException("components must have different names: " + names(components));
    }
  }

  /** The same on ports that are {@code offset} higher. */
  public Topology withPortOffset(int offset) {
    return map(component -> component.on(component.port() + offset));
  }

  /** The same on ports that nobody uses now. */
  public Topology onFreePorts() {
    Iterator<Integer> free = Ports.free(components.size()).iterator();
    return map(component -> component.on(free.next()));
  }

  /** The same with one process on another port; 0 takes one that nobody uses now. */
  public Topology on(String name, int port) {
    int chosen = port == 0 ? Ports.free(1).getFirst() : port;
    return map(component -> component.name().equals(name) ? component.on(chosen) : component);
  }

  /** The same with only these services beside the local cloud and the partners. Without the catalog, nobody tells orders of products. */
  public Topology withOnly(Collection<String> services) {
    services.forEach(this::component);
    Topology only = new Topology(components.stream().filter(component -> !component.isService() || services.contains(component.name())).toList());
    return services.contains(CATALOG) ? only : only.withProductsUnchecked();
  }

  /** The same, where orders may be for products that the catalog was never told: for whoever makes products up. */
  private Topology withProductsUnchecked() {
    return map(component -> component.name().equals(ORDERS) ? component.with("TRADEWIND_ORDERS_CHECK_PRODUCTS", "false") : component);
  }

  /** What carries orders out and what reads along: no gateway, and no catalog, so that orders may be for anything. */
  public Topology withoutEdge() {
    return without("gateway").without(CATALOG).withProductsUnchecked();
  }

  /** The same without one process. */
  public Topology without(String name) {
    return new Topology(components.stream().filter(component -> !component.name().equals(name)).toList());
  }

  /** The same with one more variable in the environment of one service. */
  public Topology with(String service, String variable, String value) {
    component(service);
    return map(component -> component.name().equals(service) ? component.with(variable, value) : component);
  }

  /**
   * The same with {@code count} instances of one service: {@code orders}, {@code orders-2} and so on, a thousand ports apart. Who calls
   * the service finds them by Cloud Map.
   */
  public Topology withInstances(String service, int count) {
    Component first = component(service);
    if (!first.isService() || count < 1 || count > MOST_INSTANCES) {
      throw new LaunchException("There can be 1 to %d instances of a service, not %d of %s".formatted(MOST_INSTANCES, count, service));
    }
    List<Component> more = IntStream.rangeClosed(2, count).mapToObj(first::instance).toList();
    return new Topology(Stream.concat(components.stream(), more.stream()).toList());
  }

  /** Every process there may be, with as many instances as there may be. */
  Stream<Component> possible() {
    return components.stream().flatMap(component -> component.isService()
        ? Stream.concat(Stream.of(component), IntStream.rangeClosed(2, MOST_INSTANCES).mapToObj(component::instance)) : Stream.of(component));
  }

  public List<Component> services() {
    return components.stream().filter(Component::isService).toList();
  }

  /** @throws LaunchException when there is no process of that name */
  public Component component(String name) {
    return components.stream().filter(component -> component.name().equals(name)).findFirst()
        .orElseThrow(() -> new LaunchException("There is no '" + name + "'; there are " + names(components)));
  }

  /** Where a process listens, when it is part of this. */
  public Optional<URI> url(String name) {
    return components.stream().filter(component -> component.name().equals(name)).findFirst().map(Component::url).map(URI::create);
  }

  Topology map(UnaryOperator<Component> change) {
    return new Topology(components.stream().map(change).toList());
  }

  static String names(List<Component> components) {
    return components.stream().map(Component::name).collect(Collectors.joining(", "));
  }
}
