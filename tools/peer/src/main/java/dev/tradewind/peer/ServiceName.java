package dev.tradewind.peer;

import java.util.Arrays;
import java.util.Locale;

/** The four services; each has a queue, a topic and three tables of its own, named after it. */
enum ServiceName {
  ORDERS, INVENTORY, PAYMENTS, SHIPPING;

  /** Of the queue, the topic and the table of its state. */
  String resource() {
    return "peer-" + name().toLowerCase(Locale.ROOT);
  }

  String inbox() {
    return resource() + "-inbox";
  }

  String outbox() {
    return resource() + "-outbox";
  }

  static ServiceName of(String text) {
    return Arrays.stream(values()).filter(name -> name.name().equalsIgnoreCase(text)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("service must be one of orders, inventory, payments, shipping, and is " + text));
  }
}
