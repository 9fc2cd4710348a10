package dev.tradewind.chaos.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/** What a queue may do with messages that are taken from it, and must be expected to: deliver them twice, and in any order. */
final class Receiving {

  private final Backend backend;
  private final Counts counts;
  private final Copies copies;

  Receiving(Backend backend, Counts counts, LongSupplier nanoTime) {
    this.backend = backend;
    this.counts = counts;
    this.copies = new Copies(nanoTime);
  }

  void forgetCopies() {
    copies.forget();
  }

  /** @param answer of the queue, in which the messages are changed */
  Answer finish(Exchange exchange, Answer answer, ObjectNode json) {
    String queue = Routes.lastPart(exchange.request().path("QueueUrl").asText(), '/');
    ArrayNode messages = json.withArray("Messages");
    int own = messages.size();
    // First, so that no second delivery comes together with the first.
    boolean changed = copies.addDue(queue, messages, exchange.request().path("MaxNumberOfMessages").asInt(1));
    if (own > 0) {
      ObjectNode chosen = (ObjectNode) messages.get(exchange.fate().random().nextInt(own));
      if (exchange.fate().is(Fault.DUPLICATED)) {
        counts.fault(Fault.DUPLICATED);
        copies.keep(queue, chosen, exchange.copyDelayNanos());
      } else if (exchange.fate().is(Fault.REAPPEARED)) {
        counts.fault(Fault.REAPPEARED);
        showAgain(exchange, chosen);
      } else if (exchange.fate().is(Fault.REORDERED) && messages.size() > 1) {
        counts.fault(Fault.REORDERED);
        shuffle(messages, exchange.fate().random());
        changed = true;
      }
    }
    return changed ? answer.withBody(Handling.buffer(json)) : answer;
  }

  private void showAgain(Exchange exchange, ObjectNode message) {
    JsonNode call = JsonNodeFactory.instance.objectNode()
        .put("QueueUrl", exchange.request().path("QueueUrl").asText())
        .put("ReceiptHandle", message.path("ReceiptHandle").asText())
        .put("VisibilityTimeout", 0);
    backend.call("AmazonSQS.ChangeMessageVisibility", Handling.buffer(call));
  }

  private static void shuffle(ArrayNode messages, SplittableRandom random) {
    List<JsonNode> left = new ArrayList<>();
    messages.forEach(left::add);
    messages.removeAll();
    while (!left.isEmpty()) {
      messages.add(left.remove(random.nextInt(left.size())));
    }
  }
}
