package dev.tradewind.bench;

/** Something went wrong that makes the figures worthless; the message says what. */
final class BenchException extends RuntimeException {

  BenchException(String message) {
    super(message);
  }
}
