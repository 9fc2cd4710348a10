package dev.tradewind.inventory.api;

import dev.tradewind.inventory.domain.Receipt;

/**
 * A receipt as it stands.
 *
 * @param receiptId follows from the idempotency key
 */
public record ReceiptView(String receiptId, String sku, String warehouse, long quantity) {

  static ReceiptView of(Receipt receipt) {
    return new ReceiptView(receipt.id(), receipt.sku(), receipt.warehouse(), receipt.quantity());
  }
}
