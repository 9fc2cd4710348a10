package dev.tradewind.aws;

/** The service accepted the request but refused this entry of it. */
final class EntryRefused extends RuntimeException {

  EntryRefused(String code, int attempts) {
    super("entry refused with %s after %d attempts".formatted(code, attempts));
  }
}
