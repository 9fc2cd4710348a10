package dev.tradewind.notifications.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a customer wants to be called.
 *
 * @param types what the customer wants to hear there
 * @param secret what its messages are signed with
 * @param retired the secret before, while it still counts
 * @param offBecause why it is switched off; empty while it is on
 */
public record Webhook(
    String id, String url, Set<NoticeType> types, Secret secret, Optional<Retired> retired, Optional<String> offBecause) {

  /**
   * A secret that was replaced.
   *
   * @param until from when on nothing is signed with it any more
   */
  public record Retired(Secret secret, Instant until) {}

  public boolean isOn() {
    return offBecause.isEmpty();
  }

  /** What a message of that time is signed with, the newest first. */
  public List<Secret> secretsAt(Instant now) {
    return Stream.concat(Stream.of(secret), retired.filter(old -> now.isBefore(old.until())).map(Retired::secret).stream()).toList();
  }

  boolean wants(NoticeType type) {
    return isOn() && types.contains(type);
  }

  Webhook with(Secret newer, Instant until) {
    return new Webhook(id, url, types, newer, Optional.of(new Retired(secret, until)), offBecause);
  }

  Webhook off(String why) {
    return new Webhook(id, url, types, secret, retired, Optional.of(why));
  }
}
