package dev.tradewind.janitor.domain;

import dev.tradewind.core.Check;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Something that drifted apart.
 *
 * @param where what it is about: a commit, a stream, an order or a product
 * @param what is wrong with it, without times and without anything personal: the same drift is told in the same words whenever it is found
 */
public record Finding(Kind kind, String where, String what) {

  public Finding {
    Check.notNull(kind, "kind");
    Check.notBlank(where, "where");
    Check.notBlank(what, "what");
  }

  /** The same for the same drift, however often it is found. */
  public String id() {
    return UUID.nameUUIDFromBytes(String.join("\n", kind.name(), where, what).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
