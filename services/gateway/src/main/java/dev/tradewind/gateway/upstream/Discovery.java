package dev.tradewind.gateway.upstream;

import dev.tradewind.cloudmap.stork.CloudMapConfiguration;
import io.smallrye.stork.Stork;
import io.smallrye.stork.api.ServiceDefinition;
import io.smallrye.stork.api.StorkServiceRegistry;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How services are found: as {@code quarkus.stork.<service>} says where it says something; in Cloud Map, where a namespace is set; else at a
 * fixed URL.
 */
@Singleton
final class Discovery {

  private final Config config;
  private final Optional<String> namespace;

  Discovery(Config config, @ConfigProperty(name = "tradewind.directory.namespace") Optional<String> namespace) {
    this.config = config;
    this.namespace = namespace;
  }

  /** @param url the setting that holds the fixed URL */
  Places places(Service service, String url) {
    var stork = Stork.getInstance();
    namespace.ifPresent(name -> stork.defineIfAbsent(service.label(), cloudMap(name)));
    return found(stork, service).orElseGet(() -> FixedPlace.at(config.getValue(url, URI.class), url));
  }

  private static Optional<Places> found(StorkServiceRegistry stork, Service service) {
    return stork.getServiceOptional(service.label()).map(StorkPlaces::new);
  }

  private ServiceDefinition cloudMap(String name) {
    var cloudMap = new CloudMapConfiguration().withNamespace(name);
    var endpoint = config.getOptionalValue("tradewind.aws.endpoint", String.class);
    var region = config.getValue("tradewind.aws.region", String.class);
    return ServiceDefinition.of(endpoint.map(cloudMap::withEndpoint).orElse(cloudMap).withRegion(region));
  }
}
