package dev.tradewind.gateway.upstream;

/** A service answered with more than is passed on. It would again. */
final class TooLong extends RuntimeException {

  TooLong(long most) {
    super("the answer is longer than %d bytes".formatted(most), null, false, false);
  }
}
