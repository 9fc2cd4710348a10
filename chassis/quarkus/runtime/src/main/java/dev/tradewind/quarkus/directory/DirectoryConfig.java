package dev.tradewind.quarkus.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where services find each other: AWS Cloud Map. Without a namespace nobody registers there, as behind a mesh that does it for them. */
@ConfigMapping(prefix = "tradewind.directory")
public interface DirectoryConfig {

  /** The namespace in Cloud Map, such as {@code tradewind}, in which the service of this name must exist; empty does not register. */
  Optional<String> namespace();

  /** The IPv4 address at which others reach this instance; on Kubernetes that of the pod. Required with a namespace. */
  Optional<String> host();

  /** Our availability zone, so that callers in it may prefer us. */
  Optional<String> zone();

  /** How often the instance says that it is alive, in seconds. Callers give up on it after three such times: their {@code silent-after}. */
  @WithDefault("10")
  int heartbeatSeconds();
}
