package dev.tradewind.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The state of one thing.
 *
 * @param version 1 for the first, one more with each change: who writes it must have read the one before
 */
record Row(String id, long version, String state, ObjectNode data) {

  static Row first(String id, String state, ObjectNode data) {
    return new Row(id, 1, state, data);
  }

  Row next(String newState) {
    return new Row(id, version + 1, newState, data);
  }
}
