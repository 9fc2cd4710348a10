package dev.tradewind.gateway.api;

import dev.tradewind.gateway.composition.Refused;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The answer of the service that said no, as it is. */
public class RefusedMapper {

  @ServerExceptionMapper
  public Response refused(Refused refused) {
    return Answers.of(refused.service(), refused.answer());
  }
}
