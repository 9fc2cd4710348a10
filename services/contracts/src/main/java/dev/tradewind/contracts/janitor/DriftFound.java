package dev.tradewind.contracts.janitor;

import dev.tradewind.core.Check;
import dev.tradewind.core.Event;

/**
 * Two things that must agree do not. Nothing was repaired. The same drift is told again, under the same id, whenever it is found again.
 *
 * @param kind what sort of drift it is, such as {@code captured-twice}; more may come
 * @param where what it is about: a commit, a stream, an order or a product
 * @param what is wrong, for people
 * @param advice what to do about it, for people
 */
public record DriftFound(String kind, String where, String what, String advice) implements Event {

  public DriftFound {
    Check.notBlank(kind, "kind");
    Check.notBlank(where, "where");
    Check.notBlank(what, "what");
    Check.notBlank(advice, "advice");
  }
}
