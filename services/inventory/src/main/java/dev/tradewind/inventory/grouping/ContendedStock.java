package dev.tradewind.inventory.grouping;

/** Others were faster again and again. Nothing was written; the message should be delivered again later. */
public final class ContendedStock extends RuntimeException {

  ContendedStock(String what, int attempts) {
    super("%s met other writes in %d attempts; deliver the message again".formatted(what, attempts));
  }
}
