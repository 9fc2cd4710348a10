package dev.tradewind.gateway.access;

import dev.tradewind.gateway.access.Caller.Anonymous;
import dev.tradewind.quarkus.Problem;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Says who calls, before anything else is done for a request. A bad token is refused on every route, also where none is needed: whoever
 * sends one believes to be somebody. Refused last, so that what limits callers counts it: for the address it came from.
 *
 * <p>Filters are made while the application is built: what has settings is behind a proxy, and made when it is needed.
 */
@Singleton
public class Identification {

  /** Between the two: whatever treats callers differently. */
  public static final int KNOWN = Priorities.AUTHENTICATION + 1;

  private final CurrentIdentityAssociation identities;
  private final TokenReader tokens;
  private final RemoteAddresses addresses;

  Identification(CurrentIdentityAssociation identities, TokenReader tokens, RemoteAddresses addresses) {
    this.identities = identities;
    this.tokens = tokens;
    this.addresses = addresses;
  }

  @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
  public Uni<Void> identify(RoutingContext request) {
    Callers.enter(request, new Anonymous(addresses.of(request)));
    var given = request.request().headers().getAll("Authorization");
    if (given.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return check(given)
        .invoke(caller -> Callers.enter(request, caller))
        .onFailure(Problem.class).recoverWithItem(refusal -> {
          Callers.refuse(request, (Problem) refusal);
          return Callers.of(request);
        })
        .replaceWithVoid();
  }

  @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHORIZATION)
  public void refuse(RoutingContext request) {
    Callers.refusal(request).ifPresent(refusal -> {
      Metrics.counter("tradewind.gateway.access.refused", "problem", refusal.code()).increment();
      Challenge.of(refusal).ifPresent(challenge -> request.response().putHeader(Challenge.HEADER, challenge));
      throw refusal;
    });
  }

  private Uni<Caller> check(List<String> given) {
    return Uni.createFrom().deferred(() -> {
      BearerToken.check(given);
      return identities.getDeferredIdentity()
          .onFailure().transform(TokenFailure::problem)
          .map(tokens::caller);
    });
  }
}
