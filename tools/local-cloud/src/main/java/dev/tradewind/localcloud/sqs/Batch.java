package dev.tradewind.localcloud.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Performs a batch entry by entry: each succeeds or fails alone. */
final class Batch {

  private record Outcome(ObjectNode json, boolean succeeded) {}

  private Batch() {}

  static CompletionStage<JsonNode> perform(
      List<Parameters> entries, Function<Parameters, CompletionStage<ObjectNode>> one) {
    var outcomes = entries.stream().map(entry -> outcome(entry, one)).toList();
    return CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)).thenApply(all -> {
      var answer = JsonNodeFactory.instance.objectNode();
      var successful = answer.putArray("Successful");
      var failed = answer.putArray("Failed");
      for (var outcome : outcomes) {
        (outcome.join().succeeded() ? successful : failed).add(outcome.join().json());
      }
      return answer;
    });
  }

  private static CompletableFuture<Outcome> outcome(
      Parameters entry, Function<Parameters, CompletionStage<ObjectNode>> one) {
    CompletableFuture<ObjectNode> result;
    try {
      result = one.apply(entry).toCompletableFuture();
    } catch (SqsException refusal) {
      result = CompletableFuture.failedFuture(refusal);
    }
    var id = entry.required("Id");
    return result
        .thenApply(json -> new Outcome(json.put("Id", id), true))
        .exceptionally(failure -> new Outcome(refused(id, failure), false));
  }

  private static ObjectNode refused(String id, Throwable failure) {
    var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    if (!(cause instanceof SqsException refusal)) {
      throw new CompletionException(cause);
    }
    return JsonNodeFactory.instance.objectNode()
        .put("Id", id)
        .put("SenderFault", true)
        .put("Code", refusal.code())
        .put("Message", refusal.getMessage());
  }
}
