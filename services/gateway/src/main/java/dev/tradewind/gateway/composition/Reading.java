package dev.tradewind.gateway.composition;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.gateway.upstream.Service;
import dev.tradewind.gateway.upstream.ServiceAnswer;
import dev.tradewind.quarkus.Problem;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Reads what services answer, and leaves aside what it does not know: they may say more tomorrow. */
@Singleton
class Reading {

  private static final Logger LOG = Logger.getLogger("tradewind.composition");

  private final ObjectMapper json;

  Reading(ObjectMapper json) {
    this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /** @throws Problem 502 when it is not what was expected */
  <T> T read(Service service, ServiceAnswer answer, Class<T> type) {
    try {
      return json.readValue(answer.body(), type);
    } catch (IOException e) {
      LOG.errorf("answer-unreadable service=%s type=%s error=%s", service.label(), type.getSimpleName(), e.getClass().getSimpleName());
      throw Problem.of(502, "bad-gateway", "%s answered with something that cannot be read.".formatted(service.label()));
    }
  }
}
