package dev.tradewind.partners.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;

/** Signs tokens for the audience {@code tradewind}. */
final class Issuer {

  static final String AUDIENCE = "tradewind";

  private final SigningKeys keys;
  private final InstantSource clock;

  Issuer(SigningKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** @param issuer the URL by which whoever checks the token finds the keys */
  String token(String issuer, TokenRequest request) {
    Instant now = clock.instant();
    var claims = new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject(request.subject())
        .audience(AUDIENCE)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(request.lifetime())))
        .jwtID(UUID.randomUUID().toString());
    if (!request.groups().isEmpty()) {
      claims.claim("groups", request.groups());
    }
    var key = keys.current();
    var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK does not sign with RS256", e);
    }
    return token.serialize();
  }
}
