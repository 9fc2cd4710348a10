package dev.tradewind.contracts.payments;

import dev.tradewind.core.Event;

/**
 * The money on hold could not be taken, and will not be.
 */
public record CaptureDeclined(String orderId, String reason) implements Event {}
