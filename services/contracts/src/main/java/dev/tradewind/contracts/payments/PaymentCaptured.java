package dev.tradewind.contracts.payments;

import dev.tradewind.contracts.Money;
import dev.tradewind.core.Event;

/**
 * The money for the order was taken.
 */
public record PaymentCaptured(String orderId, Money amount) implements Event {}
