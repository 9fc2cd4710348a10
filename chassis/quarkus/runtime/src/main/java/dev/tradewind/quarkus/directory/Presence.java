package dev.tradewind.quarkus.directory;

import dev.tradewind.cloudmap.Registration;
import dev.tradewind.cloudmap.RegistrationSettings;
import dev.tradewind.cloudmap.Self;
import dev.tradewind.cloudmap.ServiceName;
import dev.tradewind.cloudmap.aws.CloudMapRegistrar;
import dev.tradewind.quarkus.ChassisConfig;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryAsyncClient;

/**
 * Registers this instance when it is ready, and takes it away when it begins to stop. With {@code quarkus.shutdown.delay}, longer than the
 * time after which callers look again, no call comes in vain; without it, callers that are refused call another instance.
 */
@Singleton
class Presence {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(1);

  private final Optional<Registration> registration;
  private final SmallRyeHealthReporter health;

  Presence(DirectoryConfig config, ChassisConfig chassis, @ConfigProperty(name = "quarkus.http.port") int port,
      Instance<ServiceDiscoveryAsyncClient> client, SmallRyeHealthReporter health, PresenceMeters meters) {
    this.health = health;
    this.registration = config.namespace().map(namespace -> {
      var self = self(config, chassis.service(), port);
      var registrar = new CloudMapRegistrar(client.get(), new ServiceName(namespace, chassis.service()));
      return new Registration(registrar, self, settings(config), meters);
    });
  }

  /** The same after a restart: then the instance takes the place of the one that was killed. */
  private static Self self(DirectoryConfig config, String service, int port) {
    var host = config.host().orElseThrow(() -> new IllegalArgumentException(
        "tradewind.directory.namespace is set, but tradewind.directory.host is not: give the IPv4 address at which others reach this instance"));
    return new Self(service + "-" + host + "-" + port, host, port, config.zone(), Optional.empty());
  }

  // Quarkus does the waiting: the shutdown delay.
  private static RegistrationSettings settings(DirectoryConfig config) {
    var usual = RegistrationSettings.DEFAULTS;
    return new RegistrationSettings(
        Duration.ofSeconds(config.heartbeatSeconds()), usual.timeout(), usual.firstPause(), usual.farewells(), Duration.ZERO);
  }

  void started(@Observes StartupEvent event) {
    registration.ifPresent(self -> isReady().repeat().withDelay(LOOK_AGAIN).until(ready -> ready).collect().last()
        .subscribe().with(ready -> self.start()));
  }

  private Uni<Boolean> isReady() {
    return health.getReadinessAsync().map(ready -> !ready.isDown()).onFailure().recoverWithItem(false);
  }

  void leaving(@Observes ShutdownDelayInitiatedEvent event) {
    registration.ifPresent(self -> self.stop().subscribe().with(done -> {}));
  }

  void stopping(@Observes @Priority(1) ShutdownEvent event) {
    registration.ifPresent(self -> self.stop().ifNoItem().after(LONGEST_FAREWELL).recoverWithItem((Void) null).await().indefinitely());
  }
}
