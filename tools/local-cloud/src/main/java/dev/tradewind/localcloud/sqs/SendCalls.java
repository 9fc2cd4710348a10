package dev.tradewind.localcloud.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** {@code SendMessage} and {@code SendMessageBatch}. */
final class SendCalls {

  /** Of a message with its attributes, and of all messages of a batch together. */
  private static final int LARGEST_BYTES = 1_048_576;

  private static final int LONGEST_DELAY_SECONDS = 900;

  private SendCalls() {}

  static Map<String, QueueCall> byName() {
    return Map.of("SendMessage", SendCalls::send, "SendMessageBatch", SendCalls::sendBatch);
  }

  private static CompletionStage<JsonNode> send(ElasticQueue queue, Parameters parameters) {
    int bytes = SentMessage.bytes(parameters);
    if (bytes > LARGEST_BYTES) {
      throw SqsException.of("InvalidParameterValue",
          "One or more parameters are invalid. Reason: Message must be shorter than " + LARGEST_BYTES + " bytes.");
    }
    return sendOne(queue, parameters).thenApply(JsonNode.class::cast);
  }

  private static CompletionStage<JsonNode> sendBatch(ElasticQueue queue, Parameters parameters) {
    var entries = parameters.entries();
    int bytes = entries.stream().mapToInt(SentMessage::bytes).sum();
    if (bytes > LARGEST_BYTES) {
      throw SqsException.ofBatch("BatchRequestTooLong", "Batch requests cannot be longer than " + LARGEST_BYTES
          + " bytes. You have sent " + bytes + " bytes.");
    }
    return Batch.perform(entries, entry -> sendOne(queue, entry));
  }

  private static CompletionStage<ObjectNode> sendOne(ElasticQueue queue, Parameters parameters) {
    var message = SentMessage.from(parameters);
    return queue.send(message, parameters.seconds("DelaySeconds", LONGEST_DELAY_SECONDS)).thenApply(sent -> {
      var answer = JsonNodeFactory.instance.objectNode()
          .put("MessageId", sent.id().id())
          .put("MD5OfMessageBody", Digest.ofBody(message.body()));
      if (!message.attributes().isEmpty()) {
        answer.put("MD5OfMessageAttributes", Digest.ofAttributes(message.attributes()));
      }
      return answer;
    });
  }
}
