package dev.tradewind.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class RememberedTokensTest {

  private Instant now = Instant.parse("2026-01-01T12:00:00Z");
  private final RememberedTokens tokens = new RememberedTokens(30, () -> now);

  @Test
  void aTokenThatWasNeverGoodIsNotKnown() {
    assertThat(known("token")).isEmpty();
  }

  @Test
  void aGoodTokenIsKnownForAWhile() {
    var alice = good("token", Duration.ofHours(1));
    assertThat(known("token")).get().returns(alice.getPrincipal(), SecurityIdentity::getPrincipal).returns(Set.of("operator"), SecurityIdentity::getRoles);
    assertThat(known("another")).isEmpty();
    pass(Duration.ofSeconds(29));
    assertThat(known("token")).get().returns(alice.getPrincipal(), SecurityIdentity::getPrincipal).returns(Set.of("operator"), SecurityIdentity::getRoles);
    pass(Duration.ofSeconds(1));
    assertThat(known("token")).isEmpty();
  }

  @Test
  void beingUsedMakesItNoYounger() {
    var alice = good("token", Duration.ofHours(1));
    pass(Duration.ofSeconds(20));
    known("token").ifPresent(identity -> tokens.augment(identity, context -> Uni.createFrom().item(alice)).await().indefinitely());
    pass(Duration.ofSeconds(10));
    assertThat(known("token")).isEmpty();
  }

  @Test
  void theRequestThatBroughtItIsNotKept() {
    good("token", Duration.ofHours(1));
    assertThat(known("token")).get().extracting(SecurityIdentity::getAttributes).isEqualTo(Map.of());
  }

  @Test
  void noTokenIsKnownBeyondItsEnd() {
    good("token", Duration.ofSeconds(5));
    pass(Duration.ofSeconds(4));
    assertThat(known("token")).isPresent();
    pass(Duration.ofSeconds(1));
    assertThat(known("token")).isEmpty();
  }

  private SecurityIdentity good(String token, Duration lifetime) {
    var claims = new JwtClaims();
    claims.setSubject("alice");
    claims.setExpirationTime(NumericDate.fromMilliseconds(now.plus(lifetime).toEpochMilli()));
    var identity = QuarkusSecurityIdentity.builder().setPrincipal(new DefaultJWTCallerPrincipal(claims))
        .addRole("operator").addCredential(new AccessTokenCredential(token)).addAttribute("request", new byte[1_000]).build();
    return tokens.augment(identity, context -> Uni.createFrom().item(identity)).await().indefinitely();
  }

  private Optional<SecurityIdentity> known(String token) {
    var request = new TokenAuthenticationRequest(new AccessTokenCredential(token));
    return Optional.ofNullable(tokens.authenticate(request, context -> Uni.createFrom().nullItem()).await().indefinitely());
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
