package dev.tradewind.quarkus.deployment;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The local cloud as a dev service. */
@ConfigMapping(prefix = "tradewind.devservices")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface DevCloudConfig {

  /** Whether a local cloud is started in dev mode and in tests, when no endpoint is set. */
  @WithDefault("true")
  boolean enabled();

  /** Whether the stand-ins for payment provider, carrier and token issuer are started with it. */
  @WithDefault("false")
  boolean partners();
}
