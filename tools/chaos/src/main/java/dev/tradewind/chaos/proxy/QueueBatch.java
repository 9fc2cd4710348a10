package dev.tradewind.chaos.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** A batch for a queue of which only a part goes on to it. What stays behind is answered for: as done, or as refused. */
final class QueueBatch {

  private static final String ENTRIES = "Entries";

  private final ObjectNode request;
  private final List<String> done = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  /** @param request is changed by this object */
  QueueBatch(ObjectNode request) {
    this.request = request;
  }

  /** Second deliveries are not the queue's business. */
  void settleCopies() {
    keepBack(done, entry -> Copies.isReceiptOfOne(entry.path("ReceiptHandle").asText()));
  }

  /** Every other entry or so is refused. */
  void refuseSome(SplittableRandom random) {
    keepBack(refused, entry -> random.nextBoolean());
  }

  private void keepBack(List<String> where, Predicate<JsonNode> which) {
    ArrayNode passing = request.arrayNode();
    for (JsonNode entry : request.path(ENTRIES)) {
      if (which.test(entry)) {
        where.add(entry.path("Id").asText());
      } else {
        passing.add(entry);
      }
    }
    request.set(ENTRIES, passing);
  }

  boolean isUntouched() {
    return done.isEmpty() && refused.isEmpty();
  }

  boolean hasRefusals() {
    return !refused.isEmpty();
  }

  /** What goes on to the queue; empty when nothing is left. */
  Optional<JsonNode> rest() {
    return request.path(ENTRIES).isEmpty() ? Optional.empty() : Optional.of(request);
  }

  /** @param answer of the queue to the rest; is changed */
  ObjectNode answer(ObjectNode answer) {
    done.forEach(id -> answer.withArray("Successful").addObject().put("Id", id));
    refused.forEach(id -> answer.withArray("Failed").addObject().put("Id", id).put("Code", "InternalError").put("SenderFault", false)
        .put("Message", "Internal error, try again."));
    return answer;
  }
}
