package dev.tradewind.launcher.platform;

import dev.tradewind.launcher.resources.AwsEndpoint;
import dev.tradewind.launcher.resources.Resources;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The platform as processes on this machine: the local cloud with its resources, the partners and the services. The command line and the
 * end-to-end tests use the same one. What runs is remembered in the work directory, so that another Platform over the same directory
 * can ask and stop what this one started.
 */
public final class Platform implements AutoCloseable {

  private static final Predicate<Component> SERVICE = Component::isService;
  private static final Predicate<Component> PARTNERS = component -> component.name().equals(Topology.PARTNERS);
  private static final Predicate<Component> LOCAL_CLOUD = component -> component.name().equals(Topology.LOCAL_CLOUD);

  private final Home home;
  private final Topology topology;
  private final PlatformOptions options;
  private final Consumer<String> progress;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Processes processes;

  /**
   * @param home where the built jars and the chart are
   * @param topology what runs, and on which ports; what already runs keeps the port it has
   * @param options where it runs and against which AWS
   * @param progress is told each step in a line
   */
  public Platform(Home home, Topology topology, PlatformOptions options, Consumer<String> progress) {
    this.home = home;
    this.options = options;
    this.progress = progress;
    this.processes = new Processes(home, http, options, progress);
    this.topology = (options.endpoint().isPresent() ? topology.without(Topology.LOCAL_CLOUD) : topology)
        .map(component -> recorded(component, options).filter(entry -> entry.process().isPresent())
            .map(entry -> component.on(entry.port())).orElse(component));
  }

  /** What an earlier command started in this work directory and nobody stopped, whether it still runs or not. */
  public static Platform found(Home home, PlatformOptions options, Consumer<String> progress) {
    return new Platform(home, new Topology(Topology.standard().possible()
        .flatMap(component -> recorded(component, options).map(entry -> component.on(entry.port())).stream()).toList()), options, progress);
  }

  public Topology topology() {
    return topology;
  }

  /** The AWS this platform works on. */
  public AwsEndpoint endpoint() {
    return options.endpoint().orElseGet(() -> AwsEndpoint.local(url(Topology.LOCAL_CLOUD)));
  }

  /** Where a process listens. */
  public URI url(String name) {
    return URI.create(topology.component(name).url());
  }

  /** What a process has printed. */
  public LogFile log(String name) {
    return process(topology.component(name)).log();
  }

  /**
   * Starts everything that does not run, in order, and returns when all of it is ready.
   *
   * @throws PortTakenException when a port belongs to someone else; nothing was started then
   * @throws LaunchException when a process ends or is not ready in time; what this call started is stopped again
   */
  public void start() {
    List<ComponentProcess> missing = missing(topology.components());
    inTurn(missing, () -> {
      start(only(missing, LOCAL_CLOUD));
      applyResources();
      start(only(missing, PARTNERS));
      start(only(missing, SERVICE));
    });
  }

  /** Starts one process again, or for the first time, and returns when it is ready. Applies no resources. */
  public void start(String name) {
    List<ComponentProcess> missing = missing(List.of(topology.component(name)));
    inTurn(missing, () -> start(missing));
  }

  /** Creates what is missing of the AWS resources; {@link #start()} does this itself. */
  public void applyResources() {
    long from = System.nanoTime();
    var applied = new Resources(home.chart()).apply(endpoint());
    progress.accept("AWS resources at %s applied in %s".formatted(endpoint(), Elapsed.since(from)));
    applied.lines().forEach(line -> progress.accept("  " + line));
  }

  private void inTurn(List<ComponentProcess> missing, Runnable steps) {
    missing.forEach(processes::refuseUnbuilt);
    missing.forEach(ComponentProcess::refuseTakenPort);
    try {
      steps.run();
    } catch (RuntimeException failure) {
      stop(missing);
      throw failure;
    }
  }

  private void start(List<ComponentProcess> together) {
    Map<ComponentProcess, Processes.Call> calls = new LinkedHashMap<>();
    together.forEach(process -> calls.put(process, new Processes.Call(arguments(process.component()), environment(process.component()))));
    processes.start(calls);
  }

  private List<String> arguments(Component component) {
    if (component.isService()) {
      return List.of();
    }
    List<String> arguments = new ArrayList<>(List.of("--port", Integer.toString(component.port())));
    options.data().map(data -> data.resolve(component.name())).ifPresent(data -> arguments.addAll(List.of("--data", data.toString())));
    return arguments;
  }

  /** The environment in which {@code component} runs here, beside what this process inherits. */
  public Map<String, String> environment(Component component) {
    Map<String, String> environment = new HashMap<>();
    if (component.isService()) {
      environment.putAll(endpoint().environment());
      environment.put("QUARKUS_HTTP_PORT", Integer.toString(component.port()));
      environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
      environment.put("TRADEWIND_DIRECTORY_NAMESPACE", "tradewind");
      environment.put("TRADEWIND_DIRECTORY_HOST", "127.0.0.1");
    }
    String partners = topology.url(Topology.PARTNERS).map(URI::toString).orElse("");
    String data = options.data().orElse(options.workDirectory()).toAbsolutePath().toString();
    component.environment().forEach((name, value) -> environment.put(name, value.replace("{partners}", partners).replace("{data}", data)));
    return environment;
  }

  /** Every process as it is now. */
  public List<ProcessStatus> status() {
    return topology.components().parallelStream().map(component -> process(component).status(http)).toList();
  }

  /** Shows and stops a process that someone else started in place of ours. */
  public void adopt(String name, ProcessHandle process) {
    process(topology.component(name)).adopt(process);
  }

  /** Ends one process at once, as {@code kill -9} does. */
  public void kill(String name) {
    process(topology.component(name)).kill();
  }

  /** Asks one process to stop, and returns when it has. */
  public void stop(String name) {
    processes.stop(List.of(process(topology.component(name))));
  }

  /** Stops everything: the services together, then the partners, then the local cloud. Tells how many ran. */
  public int stop() {
    List<ComponentProcess> all = topology.components().stream().map(this::process).toList();
    int running = (int) all.stream().filter(ComponentProcess::isRunning).count();
    stop(all);
    return running;
  }

  private void stop(List<ComponentProcess> some) {
    processes.stop(only(some, SERVICE));
    processes.stop(only(some, PARTNERS));
    processes.stop(only(some, LOCAL_CLOUD));
  }

  /** Stops everything while another thread may still be starting it; nothing starts afterwards. For shutdown hooks. */
  public void cancel() {
    processes.cancel();
    stop();
  }

  @Override
  public void close() {
    stop();
    http.close();
  }

  private List<ComponentProcess> missing(List<Component> components) {
    return components.stream().map(this::process).filter(process -> !process.isRunning()).toList();
  }

  private ComponentProcess process(Component component) {
    return new ComponentProcess(component, options.workDirectory());
  }

  private static Optional<PidFile.Entry> recorded(Component component, PlatformOptions options) {
    return new ComponentProcess(component, options.workDirectory()).recorded();
  }

  private static List<ComponentProcess> only(List<ComponentProcess> processes, Predicate<Component> which) {
    return processes.stream().filter(process -> which.test(process.component())).toList();
  }
}
