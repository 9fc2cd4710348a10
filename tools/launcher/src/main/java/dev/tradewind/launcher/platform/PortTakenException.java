package dev.tradewind.launcher.platform;

/** A port that a process needs belongs to someone else. */
public final class PortTakenException extends LaunchException {

  PortTakenException(String process, int port, String owner) {
    super("Port %d, which %s needs, is taken by %s: stop it, or choose other ports with --port-offset".formatted(port, process, owner));
  }
}
