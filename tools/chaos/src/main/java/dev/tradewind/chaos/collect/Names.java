package dev.tradewind.chaos.collect;

import java.util.List;
import java.util.stream.Stream;

/** What exists on a platform, as its chart declares it. */
final class Names {

  static final String PREFIX = "tradewind-";

  /** The services that keep streams of commits, in a table of their name. */
  static final List<String> JOURNALS = List.of("orders", "payments", "shipping", "notifications", "insights");

  static final String STOCK = "inventory";

  static final String VIEWS = "queries";

  /** The bucket of the archive; what follows tells the account and the region. */
  static final String ARCHIVE = PREFIX + "archive-";

  /** Under this the archive keeps the records of the log. */
  static final String ARCHIVED_EVENTS = "events/";

  /** The Kinesis stream of every commit. */
  static final String LOG = PREFIX + "events";

  static final List<String> QUEUES = Stream.of("orders-commands", "orders-events", "inventory-commands", "inventory-events",
      "payments-commands", "shipping-commands", "shipping-events",
      "queries-events", "notifications-commands", "notifications-events").map(PREFIX::concat).toList();

  private Names() {}

  static String table(String service) {
    return PREFIX + service;
  }

  static String deadLetters(String queue) {
    return queue + "-dlq";
  }
}
