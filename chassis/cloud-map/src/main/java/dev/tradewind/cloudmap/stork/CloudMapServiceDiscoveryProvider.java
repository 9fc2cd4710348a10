package dev.tradewind.cloudmap.stork;

import dev.tradewind.cloudmap.Directory;
import dev.tradewind.cloudmap.Discovery;
import dev.tradewind.cloudmap.DiscoveryObserver;
import io.smallrye.stork.api.ServiceDiscovery;
import io.smallrye.stork.api.config.ServiceConfig;
import io.smallrye.stork.api.config.ServiceDiscoveryAttribute;
import io.smallrye.stork.api.config.ServiceDiscoveryType;
import io.smallrye.stork.spi.ServiceDiscoveryProvider;
import io.smallrye.stork.spi.StorkInfrastructure;
import java.util.Optional;

/**
 * Makes Stork find services by Cloud Map. Stork makes one itself; where a CDI bean of this class is there, Stork takes that, with its client
 * and its observer.
 */
@ServiceDiscoveryType("cloud-map")
@ServiceDiscoveryAttribute(name = "namespace", description = "The namespace in Cloud Map.", required = true)
@ServiceDiscoveryAttribute(name = "service", description = "The service in Cloud Map, if it is not called as in Stork.")
@ServiceDiscoveryAttribute(name = "refresh-period", description = "How old what is known may be before Cloud Map is asked again.",
    defaultValue = "5s")
@ServiceDiscoveryAttribute(name = "longest-age", description = "How old a full answer may be before more than the revision is asked.",
    defaultValue = "30s")
@ServiceDiscoveryAttribute(name = "timeout", description = "How long a caller waits for Cloud Map at most.", defaultValue = "1s")
@ServiceDiscoveryAttribute(name = "believe-empty-after", description = "How long Cloud Map must have said that there is nobody.",
    defaultValue = "60s")
@ServiceDiscoveryAttribute(name = "silent-after", description = "How long an instance may go without a heartbeat.", defaultValue = "30s")
@ServiceDiscoveryAttribute(name = "avoid-for", description = "How long an instance is avoided that could not be reached.", defaultValue = "10s")
@ServiceDiscoveryAttribute(name = "zone", description = "Our availability zone, whose instances are preferred; empty prefers none.",
    defaultValue = "")
@ServiceDiscoveryAttribute(name = "enough-in-zone", description = "How many there must be in our zone to leave the others alone.", defaultValue = "2")
@ServiceDiscoveryAttribute(name = "secure", description = "Whether the service is called over TLS.", defaultValue = "false")
@ServiceDiscoveryAttribute(name = "region", description = "The AWS region; that of the environment when empty.", defaultValue = "")
@ServiceDiscoveryAttribute(name = "endpoint", description = "The URL of Cloud Map; that of AWS itself when empty.", defaultValue = "")
public final class CloudMapServiceDiscoveryProvider implements ServiceDiscoveryProvider<CloudMapConfiguration> {

  private final Optional<Directory> directory;
  private final DiscoveryObserver observer;

  /** With a client by {@code region} and {@code endpoint}, one for all services that have the same. */
  public CloudMapServiceDiscoveryProvider() {
    this(Optional.empty(), DiscoveryObserver.NONE);
  }

  /** @param directory is asked, whatever {@code region} and {@code endpoint} say */
  public CloudMapServiceDiscoveryProvider(Directory directory, DiscoveryObserver observer) {
    this(Optional.of(directory), observer);
  }

  private CloudMapServiceDiscoveryProvider(Optional<Directory> directory, DiscoveryObserver observer) {
    this.directory = directory;
    this.observer = observer;
  }

  @Override
  public ServiceDiscovery createServiceDiscovery(CloudMapConfiguration config, String serviceName, ServiceConfig serviceConfig,
      StorkInfrastructure infrastructure) {
    var settings = StorkSettings.of(config, serviceName);
    var asked = directory.orElseGet(() -> infrastructure.get(Directories.class, Directories::new).at(settings.endpoint(), settings.region()));
    var discovery = new Discovery(asked, settings.service(), settings.discovery(), observer);
    return new CloudMapServiceDiscovery(discovery, settings.secure() || serviceConfig.secure());
  }
}
