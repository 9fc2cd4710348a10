package dev.tradewind.partners.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The key that signs, and those that did and may still be needed to check a token. In memory only: a restart is a rotation. RSA, for a token
 * is signed once and checked often, which costs a tenth of what it costs with an elliptic curve.
 */
final class SigningKeys {

  private static final int BITS = 2048;
  private static final int MOST_FORMER = 10;

  private final InstantSource clock;
  private final Duration kept;
  private final Deque<Former> former = new ArrayDeque<>();
  // Made when it is first asked for: half a second of work, which most who start the partners have no use for.
  private RSAKey current;

  private record Former(RSAKey key, Instant until) {}

  /** @param kept how long a key is published after its last signature: as long as a token may live */
  SigningKeys(InstantSource clock, Duration kept) {
    this.clock = clock;
    this.kept = kept;
  }

  /** May take as long as it takes to make one. */
  synchronized RSAKey current() {
    if (current == null) {
      current = generate();
    }
    return current;
  }

  /** Signs with a new key from now on. */
  synchronized void rotate() {
    former.addFirst(new Former(current(), clock.instant().plus(kept)));
    if (former.size() > MOST_FORMER) {
      former.removeLast();
    }
    current = generate();
  }

  /** Public halves, the newest first. */
  synchronized JWKSet published() {
    former.removeIf(key -> !clock.instant().isBefore(key.until()));
    return new JWKSet(Stream.concat(Stream.of(current()), former.stream().map(Former::key)).<JWK>map(RSAKey::toPublicJWK).toList());
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256)
          .keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK makes no RSA keys", e);
    }
  }
}
