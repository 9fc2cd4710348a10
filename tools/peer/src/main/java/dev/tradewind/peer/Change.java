package dev.tradewind.peer;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What handling a message comes to.
 *
 * @param state writes of state rows, each with its condition
 * @param outgoing what is to be sent
 */
record Change(List<TransactWriteItem> state, List<Outgoing> outgoing) {

  Change {
    state = List.copyOf(state);
    outgoing = List.copyOf(outgoing);
  }

  static Change of(TransactWriteItem state, Outgoing... outgoing) {
    return new Change(List.of(state), List.of(outgoing));
  }

  /** The message is remembered as handled, and nothing else happens. */
  static Change none() {
    return new Change(List.of(), List.of());
  }
}
