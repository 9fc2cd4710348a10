package dev.tradewind.chaos;

/** The run says nothing about the platform; the message says what was wrong, what was expected and what to do. */
final class ChaosException extends RuntimeException {

  ChaosException(String message) {
    super(message);
  }
}
