package dev.tradewind.localcloud.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** What is done with the handle of a received message: delete it, or change when it is visible again; also in batches. */
final class ReceiptCalls {

  /** The ids of a message and of a receive, as ElasticMQ writes them. */
  private static final Pattern HANDLE = Pattern.compile("[0-9a-f-]{36}#[0-9a-f-]{36}");

  private static final int LONGEST_VISIBILITY_SECONDS = 43_200;

  private ReceiptCalls() {}

  static Map<String, QueueCall> byName() {
    return Map.of(
        "DeleteMessage", (queue, parameters) -> delete(queue, parameters).thenApply(JsonNode.class::cast),
        "DeleteMessageBatch", (queue, parameters) ->
            Batch.perform(parameters.entries(), entry -> delete(queue, entry)),
        "ChangeMessageVisibility", (queue, parameters) ->
            changeVisibility(queue, parameters).thenApply(JsonNode.class::cast),
        "ChangeMessageVisibilityBatch", (queue, parameters) ->
            Batch.perform(parameters.entries(), entry -> changeVisibility(queue, entry)));
  }

  /** A message that is gone already, or was received again since, is no error: SQS says that it was deleted. */
  private static CompletionStage<ObjectNode> delete(ElasticQueue queue, Parameters parameters) {
    return queue.delete(handle(parameters)).thenApply(deletedNow -> JsonNodeFactory.instance.objectNode());
  }

  private static CompletionStage<ObjectNode> changeVisibility(ElasticQueue queue, Parameters parameters) {
    var handle = handle(parameters);
    var visibility = parameters.seconds("VisibilityTimeout", LONGEST_VISIBILITY_SECONDS).orElse(Duration.ZERO);
    return queue.changeVisibility(handle, visibility).thenApply(changed -> {
      if (!changed) {
        throw SqsException.of("InvalidParameterValue", "Value " + handle + " for parameter ReceiptHandle is invalid. "
            + "Reason: Message does not exist or is not available for visibility timeout change.");
      }
      return JsonNodeFactory.instance.objectNode();
    });
  }

  private static String handle(Parameters parameters) {
    var handle = parameters.required("ReceiptHandle");
    if (!HANDLE.matcher(handle).matches()) {
      throw SqsException.of("ReceiptHandleIsInvalid", "The input receipt handle is invalid.");
    }
    return handle;
  }
}
