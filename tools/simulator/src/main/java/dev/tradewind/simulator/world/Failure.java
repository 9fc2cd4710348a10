package dev.tradewind.simulator.world;

/** What a process hears when an effect failed, as far as it knows. Made once and without a stack: there are many. */
final class Failure extends RuntimeException {

  static final Failure NOTHING_HAPPENED = new Failure("the request did not get through");
  static final Failure NO_ANSWER = new Failure("no answer came");
  static final Failure THROTTLED = new Failure("too many requests");

  private Failure(String message) {
    super(message, null, false, false);
  }
}
