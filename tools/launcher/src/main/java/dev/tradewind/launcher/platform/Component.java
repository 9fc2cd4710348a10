package dev.tradewind.launcher.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One process of the platform.
 *
 * @param name what people call it, also the name of its log
 * @param module the directory of its Maven module, from the root
 * @param jar the jar that starts it, from the module
 * @param port where it listens, on loopback
 * @param jvmOptions options of its JVM
 * @param environment variables of its own; <code>{partners}</code> stands for the URL of the partners,
 *     <code>{data}</code> for the directory of what is kept
 * @param readiness how it says that it can be used
 */
public record Component(String name, String module, String jar, int port, List<String> jvmOptions, Map<String, String> environment,
    Readiness readiness) {

  /** How a process says that it can be used. */
  public enum Readiness {
    /** It prints a line that ends in {@code ready URL}, and takes {@code --port} and {@code --data}. */
    READY_LINE,
    /** It answers 200 at {@code /q/health/ready}, and takes its port from {@code QUARKUS_HTTP_PORT}. */
    HEALTH
  }

  private static final int PORTS_BETWEEN_INSTANCES = 1_000;

  public Component {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port of " + name + " must be from 1 to 65535, not " + port);
    }
    jvmOptions = List.copyOf(jvmOptions);
    environment = Map.copyOf(environment);
  }

  /** Whether this is one of ours, and not a stand-in for the outside world. */
  public boolean isService() {
    return readiness == Readiness.HEALTH;
  }

  /** The {@code n}th instance of the same, from 2, on a port of its own. */
  Component instance(int n) {
    return new Component(name + "-" + n, module, jar, port + PORTS_BETWEEN_INSTANCES * (n - 1), jvmOptions, environment, readiness);
  }

  Component on(int otherPort) {
    return new Component(name, module, jar, otherPort, jvmOptions, environment, readiness);
  }

  Component with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(variable, value);
    return new Component(name, module, jar, port, jvmOptions, more, readiness);
  }

  Component withJvmOption(String option) {
    List<String> more = new ArrayList<>(jvmOptions);
    more.add(option);
    return new Component(name, module, jar, port, more, environment, readiness);
  }

  Path jarIn(Path root) {
    return root.resolve(module).resolve(jar);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }
}
