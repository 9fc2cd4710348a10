package dev.tradewind.notifications.mail;

import java.time.Instant;

/**
 * An e-mail in plain text.
 *
 * @param id of the delivery
 * @param at when what it tells happened
 */
record Mail(String id, String from, String to, String subject, String text, Instant at) {

  /** A record prints what it holds: nobody prints an address. */
  @Override
  public String toString() {
    return "Mail[id=" + id + "]";
  }
}
