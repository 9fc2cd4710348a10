package dev.tradewind.notifications.mail;

import io.smallrye.mutiny.Uni;

/** Sends e-mail. */
@FunctionalInterface
interface Mailer {

  /**
   * Completes with what the provider calls the mail once it has taken it. A failure does not mean that it has not: whoever sends again
   * may send twice.
   */
  Uni<String> send(Mail mail);
}
