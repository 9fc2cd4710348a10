package dev.tradewind.notifications.api;

import dev.tradewind.notifications.domain.Secret;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Makes secrets that nobody can guess. */
@Singleton
final class Secrets {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  Secret next() {
    var key = new byte[BYTES];
    random.nextBytes(key);
    return Secret.of(key);
  }
}
