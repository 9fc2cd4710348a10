package dev.tradewind.gateway.composition;

import dev.tradewind.gateway.upstream.Service;
import dev.tradewind.gateway.upstream.ServiceAnswer;

/** The service that an answer cannot do without said no: the client gets its answer as it is. */
public final class Refused extends RuntimeException {

  private final Service service;
  private final transient ServiceAnswer answer;

  Refused(Service service, ServiceAnswer answer) {
    super("%s answered %d".formatted(service.label(), answer.status()), null, false, false);
    this.service = service;
    this.answer = answer;
  }

  public Service service() {
    return service;
  }

  public ServiceAnswer answer() {
    return answer;
  }
}
