package dev.tradewind.partners.faults;

import dev.tradewind.partners.http.Problem;
import java.util.HashMap;
import java.util.Map;

/** Counts the attempts under keys that must fail first. Kept in memory: after a restart such a key fails twice again. */
public final class Attempts {

  private static final int FAILURES = 2;

  private final Map<String, Integer> failed = new HashMap<>();

  /**
   * @throws Problem 500, the first two times for a key with {@link Behaviour#FAIL_TWICE}
   */
  public void admit(String key, Behaviour behaviour) {
    if (behaviour != Behaviour.FAIL_TWICE) {
      return;
    }
    if (failed.merge(key, 1, Integer::sum) <= FAILURES) {
      throw Problem.of(500, "test-failure", "nothing was done: this test value fails twice, then works");
    }
    failed.remove(key);
  }
}
