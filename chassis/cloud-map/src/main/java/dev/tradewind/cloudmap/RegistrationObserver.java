package dev.tradewind.cloudmap;

/** Hears how registering goes, to count it. Must not block and must not fail. */
public interface RegistrationObserver {

  /** Hears nothing. */
  RegistrationObserver NONE = new RegistrationObserver() {};

  /** The registry took a heartbeat. */
  default void beaten() {}

  /** The registry did not take a heartbeat; it is tried again. */
  default void missed(Throwable failure) {}
}
