package dev.tradewind.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Asks the payment provider, under keys that follow from the order, and writes down what it said. */
final class Payments implements Handler {

  private final StateTable table;
  private final Partner provider;

  Payments(StateTable table, Partner provider) {
    this.table = table;
    this.provider = provider;
  }

  @Override
  public Change handle(Message message) {
    return switch (message.kind()) {
      case AUTHORIZE_PAYMENT -> authorize(message);
      case CAPTURE_PAYMENT -> capture(table.require(message.orderId()));
      case VOID_PAYMENT -> release(table.require(message.orderId()));
      default -> throw new IllegalArgumentException("payments does not take " + message.kind());
    };
  }

  private Change authorize(Message message) {
    String orderId = message.orderId();
    long amount = message.data().path("amount").asLong();
    Partner.Answer answer = provider.post("/psp/authorizations", "authorize-" + orderId, Json.object().put("reference", orderId)
        .put("amount", amount).put("currency", message.data().path("currency").asText()).put("method", message.data().path("method").asText()));
    if (!answer.done() || answer.text("status").equals("declined")) {
      ObjectNode why = Json.object().put("reason", answer.done() ? answer.text("reason") : "unknown-method");
      return Change.of(table.put(Row.first(orderId, "DECLINED", why)), Outgoing.now(Kind.PAYMENT_DECLINED, orderId, why));
    }
    ObjectNode data = Json.object().put("authorization", answer.text("id")).put("amount", amount);
    return Change.of(table.put(Row.first(orderId, "AUTHORIZED", data)), Outgoing.now(Kind.PAYMENT_AUTHORIZED, orderId));
  }

  private Change capture(Row payment) {
    Partner.Answer answer = provider.post(path(payment, "captures"), "capture-" + payment.id(),
        Json.object().put("amount", payment.data().path("amount").asLong()));
    if (!answer.done() || answer.text("status").equals("declined")) {
      return Change.of(table.put(payment.next("CAPTURE_DECLINED")), Outgoing.now(Kind.CAPTURE_DECLINED, payment.id(),
          Json.object().put("reason", answer.done() ? answer.text("reason") : "capture-refused")));
    }
    return Change.of(table.put(payment.next("CAPTURED")), Outgoing.now(Kind.PAYMENT_CAPTURED, payment.id()));
  }

  private Change release(Row payment) {
    provider.post(path(payment, "voids"), "void-" + payment.id(), Json.object());
    return Change.of(table.put(payment.next("VOIDED")), Outgoing.now(Kind.PAYMENT_VOIDED, payment.id()));
  }

  private static String path(Row payment, String operation) {
    return "/psp/authorizations/" + payment.data().path("authorization").asText() + "/" + operation;
  }
}
