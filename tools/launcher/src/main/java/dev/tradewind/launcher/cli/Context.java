package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.platform.Platform;
import dev.tradewind.launcher.platform.PlatformOptions;
import dev.tradewind.launcher.platform.Topology;
import dev.tradewind.launcher.resources.AwsEndpoint;
import java.net.URI;
import java.util.Map;

/** What every command works with. */
record Context(Home home, Map<String, String> environment, Output output) {

  static Context standard() {
    return new Context(Home.find(), System.getenv(), Output.standard());
  }

  PlatformOptions options() {
    PlatformOptions options = PlatformOptions.in(home.workDirectory());
    try {
      return AwsEndpoint.fromEnvironment(environment).map(options::on).orElse(options);
    } catch (IllegalArgumentException wrong) {
      throw new WrongOptionException(wrong.getMessage());
    }
  }

  Platform platform(Topology topology, PlatformOptions options) {
    return new Platform(home, topology, options, output::line);
  }

  /** What an earlier {@code up} started; it does not matter here which AWS it works on. */
  Platform found() {
    return Platform.found(home, PlatformOptions.in(home.workDirectory()), output::line);
  }

  /** Where a process listens: as it was started, or where it usually would be. */
  URI url(String name) {
    return found().topology().url(name).or(() -> Topology.standard().url(name)).orElseThrow();
  }
}
