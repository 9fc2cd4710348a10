package dev.tradewind.notifications.domain;

import dev.tradewind.core.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** What happened to a delivery. */
public sealed interface DeliveryEvent {

  /** Their names in the journal. */
  Collection<Types.Type> RECORDS =
      Types.records("notifications", Began.class, Sending.class, Delivered.class, Failed.class, Dropped.class);

  /** @param due when the first attempt is due; empty when it is made only by hand */
  record Began(Notice notice, Optional<Instant> due) implements DeliveryEvent {}

  /** An e-mail is on its way to the provider: an intent, whose outcome follows. */
  record Sending() implements DeliveryEvent {}

  /** @param answer what the other side said */
  record Delivered(String answer) implements DeliveryEvent {}

  /** @param next when it is tried again; empty when it is not */
  record Failed(String why, Optional<Instant> next) implements DeliveryEvent {}

  /** There is nobody to tell any more. */
  record Dropped(String why) implements DeliveryEvent {}
}
