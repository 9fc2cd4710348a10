package dev.tradewind.launcher.cli;

/** An option, or a variable of the environment, that cannot be used; nothing was done. */
final class WrongOptionException extends RuntimeException {

  WrongOptionException(String message) {
    super(message);
  }
}
