package dev.tradewind.timemachine;

/** What was asked for cannot be told. The message says why, and what to do. */
final class Refused extends RuntimeException {

  static final int FAILED = 1;
  static final int WRONG_QUESTION = 2;

  private final int exitCode;

  private Refused(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Another question would have an answer. */
  static Refused question(String message) {
    return new Refused(WRONG_QUESTION, message);
  }

  /** The archive cannot answer it now. */
  static Refused answer(String message) {
    return new Refused(FAILED, message);
  }

  int exitCode() {
    return exitCode;
  }
}
