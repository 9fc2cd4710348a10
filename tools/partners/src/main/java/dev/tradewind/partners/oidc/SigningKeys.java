package dev.tradewind.partners.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.stream.Stream;

/** The key that signs, and those that did and may still be needed to check a token. In memory only: a restart is a rotation. */
final class SigningKeys {

  private static final int MOST_FORMER = 10;

  private final InstantSource clock;
  private final Duration kept;
  private final Deque<Former> former = new ArrayDeque<>();
  private ECKey current = generate();

  private record Former(ECKey key, Instant until) {}

  /** @param kept how long a key is published after its last signature: as long as a token may live */
  SigningKeys(InstantSource clock, Duration kept) {
    this.clock = clock;
    this.kept = kept;
  }

  ECKey current() {
    return current;
  }

  /** Signs with a new key from now on. */
  void rotate() {
    former.addFirst(new Former(current, clock.instant().plus(kept)));
    if (former.size() > MOST_FORMER) {
      former.removeLast();
    }
    current = generate();
  }

  /** Public halves, the newest first. */
  JWKSet published() {
    former.removeIf(key -> !clock.instant().isBefore(key.until()));
    return new JWKSet(Stream.concat(Stream.of(current), former.stream().map(Former::key)).<JWK>map(ECKey::toPublicJWK).toList());
  }

  private static ECKey generate() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.ES256)
          .keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK makes no P-256 keys", e);
    }
  }
}
