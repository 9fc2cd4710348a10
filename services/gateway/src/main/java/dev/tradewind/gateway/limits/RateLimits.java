package dev.tradewind.gateway.limits;

import dev.tradewind.gateway.access.Access;
import dev.tradewind.gateway.access.Identification;
import dev.tradewind.quarkus.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Counts each request against its caller's limit, and says so as
 * <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">the IETF's draft</a> has it. Health and metrics are
 * not served here, and are not counted.
 */
@Singleton
public class RateLimits {

  private final Limits limits;
  private final Access access;

  RateLimits(Limits limits, Access access) {
    this.limits = limits;
    this.access = access;
  }

  @ServerRequestFilter(preMatching = true, priority = Identification.KNOWN)
  public Uni<Void> count(RoutingContext request) {
    if (!limits.areEnabled()) {
      return Uni.createFrom().voidItem();
    }
    var caller = access.caller();
    var policy = limits.policy(caller, request.request().method().name());
    return limits.take(caller, policy).invoke(verdict -> {
      tell(request.response(), policy, verdict);
      if (!verdict.allowed()) {
        throw tooMany(policy, verdict);
      }
    }).replaceWithVoid();
  }

  private static void tell(HttpServerResponse response, Policy policy, Verdict verdict) {
    response.putHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy.name(), policy.requests(), policy.window().toSeconds()));
    response.putHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(policy.name(), verdict.remaining(), seconds(verdict.reset())));
  }

  private static Problem tooMany(Policy policy, Verdict verdict) {
    long wait = seconds(verdict.retryAfter());
    return Problem.notYet(429, "too-many-requests", "The limit \"%s\" is %d requests in %d seconds: repeat the request after %d second%s.".formatted(
        policy.name(), policy.requests(), policy.window().toSeconds(), wait, wait == 1 ? "" : "s"), Duration.ofSeconds(wait));
  }

  /** Rounded up: a second too late is better than one too early. */
  private static long seconds(Duration duration) {
    return duration.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
