package dev.tradewind.localcloud.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The calls that services make all day (send, receive, delete, change visibility) in the JSON protocol, straight to
 * ElasticMQ's queue actors: its own HTTP server costs several times as much processor time for each of them.
 */
final class QueueCalls {

  private static final Logger LOG = LogManager.getLogger(QueueCalls.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TARGET = "AmazonSQS.";
  private static final int LARGEST_BODY_BYTES = 4 * 1024 * 1024;

  private final Map<String, QueueCall> calls = new HashMap<>();
  private final ElasticMq elasticMq;
  private final Forwarder forwarder;

  QueueCalls(ElasticMq elasticMq, Forwarder forwarder) {
    this.elasticMq = elasticMq;
    this.forwarder = forwarder;
    calls.putAll(SendCalls.byName());
    calls.putAll(ReceiveCalls.byName());
    calls.putAll(ReceiptCalls.byName());
  }

  /** The call a request makes, when it is one of these. */
  Optional<QueueCall> find(Request request) {
    var target = request.getHeaders().get("X-Amz-Target");
    return target == null || !target.startsWith(TARGET)
        ? Optional.empty()
        : Optional.ofNullable(calls.get(target.substring(TARGET.length())));
  }

  void perform(QueueCall call, Request request, Response response, Callback callback) {
    Content.Source.asByteBufferAsync(request, LARGEST_BODY_BYTES).whenComplete((body, failure) -> {
      if (failure == null) {
        perform(call, request, body, response, callback);
      } else {
        callback.failed(failure);
      }
    });
  }

  private void perform(QueueCall call, Request request, ByteBuffer body, Response response, Callback callback) {
    CompletionStage<JsonNode> result;
    try {
      var parameters = read(body);
      var queue = queueName(parameters);
      if (queue.endsWith(".fifo")) {
        forwarder.forward(request, body, response, callback);
        return;
      }
      result = elasticMq.find(queue).thenCompose(found ->
          call.perform(found.orElseThrow(SqsException::noSuchQueue), parameters));
    } catch (SqsException refusal) {
      result = CompletableFuture.failedFuture(refusal);
    }
    result.whenComplete((json, failure) -> {
      if (failure == null) {
        answer(response, callback, 200, json);
      } else {
        refuse(response, callback, failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
      }
    });
  }

  private static Parameters read(ByteBuffer body) {
    var bytes = new byte[body.remaining()];
    body.duplicate().get(bytes);
    try {
      return new Parameters(JSON.readTree(bytes));
    } catch (IOException e) {
      throw SqsException.of("SerializationException", "The body is not JSON: " + e.getMessage());
    }
  }

  private static String queueName(Parameters parameters) {
    var url = parameters.required("QueueUrl");
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static void refuse(Response response, Callback callback, Throwable failure) {
    if (failure instanceof SqsException refusal) {
      response.getHeaders().put("x-amzn-query-error", refusal.code() + ";Sender");
      answer(response, callback, 400, JSON.createObjectNode()
          .put("__type", "com.amazonaws.sqs#" + refusal.type())
          .put("message", refusal.getMessage()));
    } else {
      LOG.error("sqs.failed", failure);
      callback.failed(failure);
    }
  }

  private static void answer(Response response, Callback callback, int status, JsonNode json) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.0");
    try {
      response.write(true, ByteBuffer.wrap(JSON.writeValueAsBytes(json)), callback);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
