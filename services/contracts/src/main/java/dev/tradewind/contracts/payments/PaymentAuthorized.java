package dev.tradewind.contracts.payments;

import dev.tradewind.contracts.Money;
import dev.tradewind.core.Event;

/**
 * The amount is on hold for the order.
 */
public record PaymentAuthorized(String orderId, Money amount) implements Event {}
