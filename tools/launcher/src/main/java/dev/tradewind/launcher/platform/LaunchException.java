package dev.tradewind.launcher.platform;

/** Something could not be started, built or stopped; the message says what, why, and what to do. */
public class LaunchException extends RuntimeException {

  public LaunchException(String message) {
    super(message);
  }

  public LaunchException(String message, Throwable cause) {
    super(message, cause);
  }
}
