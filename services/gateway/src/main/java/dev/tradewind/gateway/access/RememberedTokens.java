package dev.tradewind.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Good tokens, for a while and never beyond their end: to check a signature costs more than most requests do otherwise, and clients send
 * the same token many times. Asked before the identity provider's keys, and told what those said.
 */
@ApplicationScoped
public class RememberedTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

  private static final long MOST_CHARACTERS = 8_000_000;

  private final InstantSource clock;
  private final Cache<String, SecurityIdentity> good;

  RememberedTokens(@ConfigProperty(name = "tradewind.gateway.access.remember-tokens-seconds") long seconds, InstantSource clock) {
    this.clock = clock;
    this.good = Caffeine.newBuilder()
        .maximumWeight(MOST_CHARACTERS)
        .weigher((String token, SecurityIdentity identity) -> token.length())
        .expireAfter(Expiry.creating((String token, SecurityIdentity identity) -> shorter(Duration.ofSeconds(seconds), left(identity))))
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        .executor(Runnable::run)
        .build();
  }

  @Override
  public int priority() {
    return IdentityProvider.SYSTEM_FIRST;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  /** Nothing for a token that is not remembered: the next provider is asked. */
  @Override
  public Uni<SecurityIdentity> authenticate(TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    return Uni.createFrom().item(good.getIfPresent(request.getToken().getToken()));
  }

  @Override
  public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
    Optional.ofNullable(identity.getCredential(TokenCredential.class)).map(TokenCredential::getToken)
        .ifPresent(token -> good.asMap().computeIfAbsent(token, same -> bare(identity, token)));
    return Uni.createFrom().item(identity);
  }

  /** Without what else an identity carries: the request it was made for, which must not be kept. */
  private static SecurityIdentity bare(SecurityIdentity identity, String token) {
    return QuarkusSecurityIdentity.builder().setPrincipal(identity.getPrincipal()).addRoles(identity.getRoles())
        .addCredential(new AccessTokenCredential(token)).build();
  }

  private Duration left(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()))
        : Duration.ZERO;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
