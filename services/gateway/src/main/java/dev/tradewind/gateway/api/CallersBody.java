package dev.tradewind.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.gateway.access.Access;
import dev.tradewind.gateway.access.Caller.Customer;
import dev.tradewind.gateway.access.Caller.Operator;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.Optional;

/** What a body says about who asks: checked, and filled in where it is missing. All else is the service's to judge. */
@Singleton
class CallersBody {

  private static final String CUSTOMER_ID = "customerId";
  private static final String BY = "by";
  private static final String OPERATOR = "OPERATOR";
  private static final int BAD_REQUEST = 400;

  private final ObjectMapper json;

  CallersBody(ObjectMapper json) {
    this.json = json;
  }

  /** A new order: a customer's own, or whomever's an operator says. */
  byte[] placing(Access access, byte[] body) {
    if (!(read(body) instanceof ObjectNode order)) {
      return body;
    }
    if (text(order, CUSTOMER_ID).isPresent()) {
      access.requireCustomer(text(order, CUSTOMER_ID).get());
      return body;
    }
    return access.caller() instanceof Customer(var id) && order.path(CUSTOMER_ID).isMissingNode() ? write(order.put(CUSTOMER_ID, id)) : body;
  }

  /** A cancellation: by the customer, or by an operator, who may say that it is the customer's wish. */
  byte[] cancelling(Access access, byte[] body) {
    boolean operator = access.caller() instanceof Operator;
    return switch (read(body)) {
      case ObjectNode cancel when text(cancel, BY).filter(OPERATOR::equals).isPresent() -> {
        access.requireOperator();
        yield body;
      }
      case ObjectNode cancel when operator && cancel.path(BY).isMissingNode() -> write(cancel.put(BY, OPERATOR));
      case JsonNode none when operator && none.isMissingNode() -> write(json.createObjectNode().put(BY, OPERATOR));
      case JsonNode other -> body;
    };
  }

  private static Optional<String> text(ObjectNode body, String field) {
    return Optional.of(body.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  private JsonNode read(byte[] body) {
    try {
      return body == null ? json.missingNode() : json.readTree(body);
    } catch (IOException e) {
      throw new WebApplicationException(e, BAD_REQUEST);
    }
  }

  private byte[] write(ObjectNode body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read as JSON can be written as JSON", e);
    }
  }
}
