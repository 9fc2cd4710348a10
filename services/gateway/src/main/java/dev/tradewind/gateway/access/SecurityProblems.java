package dev.tradewind.gateway.access;

import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.ProblemMappers;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the annotations of a route refuse, as problems. */
@Singleton
public class SecurityProblems {

  private final RoutingContext request;
  private final ProblemMappers problems = new ProblemMappers();

  SecurityProblems(RoutingContext request) {
    this.request = request;
  }

  @ServerExceptionMapper
  public Response unauthorized(UnauthorizedException e) {
    return answer(Refusals.tokenRequired());
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException e) {
    return answer(Refusals.operatorsOnly());
  }

  private Response answer(Problem problem) {
    Challenge.of(problem).ifPresent(challenge -> request.response().putHeader(Challenge.HEADER, challenge));
    return problems.problem(problem);
  }
}
