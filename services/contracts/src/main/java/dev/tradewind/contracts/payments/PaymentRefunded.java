package dev.tradewind.contracts.payments;

import dev.tradewind.contracts.Money;
import dev.tradewind.core.Event;

/**
 * The order costs the customer nothing: what was taken, if anything, was given back.
 */
public record PaymentRefunded(String orderId, Money amount) implements Event {}
