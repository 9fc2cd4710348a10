package dev.tradewind.testkit;

import dev.tradewind.core.Command;
import dev.tradewind.core.Event;
import dev.tradewind.core.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events of streams that exist only to try a journal, with one field of every kind that events hold. */
public sealed interface ContractEvent {

  /** The types of these events and of the messages that go with them, for the codec of the journal under test. */
  Types TYPES = Types.of(
      Types.records("contract", Noted.class, Measured.class),
      Types.commands("contract", Fetch.class),
      Types.events("contract", Fetched.class));

  /** Some text. */
  record Noted(String text) implements ContractEvent {}

  /** Everything else. */
  record Measured(
      long number, boolean flag, Instant time, Optional<String> perhaps, List<Integer> list, Map<String, Long> map, ContractKind kind)
      implements ContractEvent {}

  /** A choice. */
  enum ContractKind {
    ONE,
    OTHER
  }

  /** A message that asks. */
  record Fetch(String what) implements Command {}

  /** A message that tells. */
  record Fetched(String what, Optional<Instant> when) implements Event {}
}
