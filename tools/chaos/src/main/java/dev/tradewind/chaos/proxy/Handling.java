package dev.tradewind.chaos.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.chaos.proxy.Operation.Service;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What becomes of a request: refused here, or executed and then answered, in whole, in part, late or not at all. */
final class Handling {

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final String JSON_TYPE = "application/x-amz-json-1.0";

  private final Vertx vertx;
  private final Backend backend;
  private final Counts counts;
  private final Witness witness;
  private final Gate gate;
  private final Consumer<Throwable> mistakes;
  private final Receiving receiving;

  Handling(Vertx vertx, Backend backend, Counts counts, Witness witness, Gate gate, Consumer<Throwable> mistakes) {
    this.vertx = vertx;
    this.backend = backend;
    this.counts = counts;
    this.witness = witness;
    this.gate = gate;
    this.mistakes = mistakes;
    this.receiving = new Receiving(backend, counts, System::nanoTime);
  }

  void forgetCopies() {
    receiving.forgetCopies();
  }

  /** A request of a kind nobody here knows. */
  void pass(HttpServerRequest caller, Buffer body) {
    backend.call(caller, body).onSuccess(answer -> Exchange.answer(caller, answer)).onFailure(gone -> caller.connection().close());
  }

  void handle(Exchange exchange) {
    counts.request(exchange.operation());
    Optional<Answer> refusal = gate.refusal(exchange);
    if (refusal.isPresent()) {
      exchange.answer(refusal.get());
    } else if (exchange.fate().is(Fault.DELAYED) && exchange.fate().random().nextBoolean()) {
      later(exchange, () -> execute(exchange).onSuccess(exchange::answer));
    } else {
      execute(exchange).onSuccess(answer -> deliver(exchange, answer));
    }
  }

  private void deliver(Exchange exchange, Answer answer) {
    if (exchange.fate().is(Fault.ANSWER_LOST)) {
      counts.fault(Fault.ANSWER_LOST);
      exchange.hangUp();
    } else if (exchange.fate().is(Fault.DELAYED)) {
      later(exchange, () -> exchange.answer(answer));
    } else {
      exchange.answer(answer);
    }
  }

  private void later(Exchange exchange, Runnable what) {
    counts.fault(Fault.DELAYED);
    vertx.setTimer(exchange.delayMillis(), ignored -> what.run());
  }

  /** Completes with the answer that is due to the client; a backend that is away leaves the client without one. */
  private Future<Answer> execute(Exchange exchange) {
    Future<Answer> answer = exchange.request() instanceof ObjectNode batch && exchange.operation().isQueueBatch() ? executeBatch(exchange, batch)
        : exchange.request() instanceof ObjectNode records && exchange.operation().isLogBatch() ? executeRecords(exchange, records)
        : forward(exchange).map(got -> finish(exchange, got));
    return answer.onFailure(gone -> {
      if (gone instanceof RuntimeException && !(gone instanceof VertxException)) {
        mistakes.accept(gone);
      }
      witness.outcomeUnknown(exchange.operation(), exchange.request());
      exchange.hangUp();
    });
  }

  private Future<Answer> forward(Exchange exchange) {
    return exchange.operation().isReceive() ? backend.poll(exchange.caller(), exchange.body()) : backend.call(exchange.caller(), exchange.body());
  }

  private Answer finish(Exchange exchange, Answer answer) {
    Operation operation = exchange.operation();
    boolean put = operation.is(Service.DYNAMODB, "PutItem");
    if (!answer.isOk()) {
      if (put && answer.status() == BAD_REQUEST) {
        witness.refused(exchange.request(), json(answer.body()));
      }
      return answer;
    }
    if (put) {
      witness.wrote(exchange.request());
    } else if (operation.service() == Service.SNS) {
      witness.published(operation, exchange.body().toString(), answer.body().toString());
    } else if (operation.service() == Service.SQS) {
      ObjectNode json = json(answer.body());
      witness.queueCall(operation, exchange.request(), json);
      return operation.isReceive() ? receiving.finish(exchange, answer, json) : answer;
    }
    return answer;
  }

  private Future<Answer> executeBatch(Exchange exchange, ObjectNode request) {
    QueueBatch batch = new QueueBatch(request);
    batch.settleCopies();
    if (exchange.fate().is(Fault.PARTLY_REFUSED)) {
      batch.refuseSome(exchange.fate().random());
      if (batch.hasRefusals()) {
        counts.fault(Fault.PARTLY_REFUSED);
      }
    }
    if (batch.isUntouched()) {
      return backend.call(exchange.caller(), exchange.body()).map(answer -> finish(exchange, answer));
    }
    return executeRest(exchange, batch.rest(), JSON_TYPE, batch::answer);
  }

  private Future<Answer> executeRecords(Exchange exchange, ObjectNode request) {
    LogBatch batch = new LogBatch(request);
    if (exchange.fate().is(Fault.PARTLY_REFUSED)) {
      batch.refuseSome(exchange.fate().random());
    }
    if (!batch.hasRefusals()) {
      return backend.call(exchange.caller(), exchange.body());
    }
    counts.fault(Fault.PARTLY_REFUSED);
    return executeRest(exchange, batch.rest(), "application/x-amz-json-1.1", batch::answer);
  }

  /** @param whole makes of the answer to the rest that to all of the batch */
  private Future<Answer> executeRest(Exchange exchange, Optional<JsonNode> rest, String type, UnaryOperator<ObjectNode> whole) {
    return rest.map(left -> backend.call(exchange.caller(), buffer(left)).map(answer -> finish(exchange, answer)))
        .orElse(Future.succeededFuture(Answer.of(OK, type, "{}")))
        .map(answer -> answer.isOk() ? answer.withBody(buffer(whole.apply(json(answer.body())))) : answer);
  }

  static ObjectNode json(Buffer body) {
    try {
      return body.length() == 0 ? JsonNodeFactory.instance.objectNode() : (ObjectNode) Proxy.JSON.readTree(body.getBytes());
    } catch (IOException malformed) {
      throw new UncheckedIOException("the endpoint answered with no JSON", malformed);
    }
  }

  static Buffer buffer(JsonNode json) {
    try {
      return Buffer.buffer(Proxy.JSON.writeValueAsBytes(json));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
