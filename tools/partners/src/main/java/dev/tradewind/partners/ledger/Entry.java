package dev.tradewind.partners.ledger;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** One thing that happened at a partner. Entries are numbered from 1, without gaps. */
public interface Entry {

  /** The number of this entry, from 1. */
  long sequence();

  /** The order it is about. A tombstone for a booking that never came is about none. */
  Optional<String> about();

  /** The entry as its file holds it: enough to rebuild the partner's state. */
  JsonObject stored();

  /** The entry as anyone may read it: no payment method, no address. */
  JsonObject shown();
}
