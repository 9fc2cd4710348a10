package dev.tradewind.cloudmap;

/** Hears how looking for services goes, to count it. Called on the threads that resolve; must not block and must not fail. */
public interface DiscoveryObserver {

  /** Hears nothing. */
  DiscoveryObserver NONE = new DiscoveryObserver() {};

  /** The registry answered, and so many instances may be called now. */
  default void found(ServiceName service, int instances) {}

  /** The registry failed or was too slow: those known last are called, if any are. */
  default void failed(ServiceName service, Throwable failure) {}

  /** The registry said that there is nobody, and is not believed yet. */
  default void doubted(ServiceName service) {}

  /** An instance cannot be called, because of what the registry says about it. Told once, while it lasts. */
  default void unreadable(ServiceName service, String instanceId, String reason) {}

  /** An instance is taken for dead, because it beats no longer. Told once, while it lasts. */
  default void silent(ServiceName service, String instanceId) {}

  /** A caller could not reach an instance, which is avoided for a while. */
  default void avoided(ServiceName service, Instance instance) {}
}
