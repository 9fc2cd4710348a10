package dev.tradewind.notifications.domain;

import dev.tradewind.core.Call;

/** How a notice leaves the house. */
public sealed interface DeliveryCall extends Call {

  /** Call the webhook. The consumer recognises a repeat by the delivery's id, so it may be repeated without harm. */
  record Post(Notice notice) implements DeliveryCall {}

  /** Send the e-mail. Nobody recognises a repeat: it is an intent, and committed as one first. */
  record Mail(Notice notice) implements DeliveryCall {}
}
