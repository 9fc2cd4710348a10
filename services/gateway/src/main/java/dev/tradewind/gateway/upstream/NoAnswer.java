package dev.tradewind.gateway.upstream;

/** An attempt ended without the service's own answer. Says nothing of where it failed: the attempt does. */
final class NoAnswer extends RuntimeException {

  NoAnswer(String what) {
    super(what, null, false, false);
  }
}
