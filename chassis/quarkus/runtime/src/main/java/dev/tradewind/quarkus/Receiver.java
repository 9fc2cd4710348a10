package dev.tradewind.quarkus;

import dev.tradewind.aws.Delivery;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.UnreadableMessage;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.providers.locals.LocalContextMetadata;
import io.vertx.core.Context;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/** Turns what came from a queue into a message on a context of its own, with its trace and its order id. */
@Singleton
class Receiver {

  private static final Logger LOG = Logger.getLogger("tradewind.queues");

  private final JsonCodec codec;
  private final Tracer tracer;
  private final MeterRegistry meters;

  Receiver(JsonCodec codec, Tracer tracer, MeterRegistry meters) {
    this.codec = codec;
    this.tracer = tracer;
    this.meters = meters;
  }

  /** The message; nothing when it cannot be read, and is on its way to the dead-letter queue. */
  Uni<Message<dev.tradewind.core.Message>> receive(String queue, Delivery delivery, Context loop) {
    try {
      return Uni.createFrom().item(message(queue, delivery, codec.read(delivery.body()), loop));
    } catch (UnreadableMessage e) {
      return bury(queue, delivery, e).replaceWith(Uni.createFrom().nullItem());
    }
  }

  private Message<dev.tradewind.core.Message> message(String queue, Delivery delivery, dev.tradewind.core.Message received, Context loop) {
    var span = span(queue, received);
    var context = contextOf(received, span, loop);
    return Message.of(
        received.tracedBy(span.getSpanContext().isValid() ? Traces.of(span.getSpanContext()) : received.traceparent()),
        Metadata.of(new LocalContextMetadata(context)),
        () -> finish(queue, "handled", span, delivery.acknowledge()),
        failure -> refuse(queue, delivery, failure, span));
  }

  private Context contextOf(dev.tradewind.core.Message received, Span span, Context loop) {
    var context = VertxContext.createNewDuplicatedContext(loop);
    VertxContextSafetyToggle.setContextSafe(context, true);
    QuarkusContextStorage.INSTANCE.attach(context, Traces.parent(received.traceparent()).with(span));
    OrderContext.enter(context, received.correlationId(), received.id());
    return context;
  }

  private Span span(String queue, dev.tradewind.core.Message received) {
    return tracer.spanBuilder("process " + queue)
        .setParent(Traces.parent(received.traceparent()))
        .setSpanKind(SpanKind.CONSUMER)
        .setAttribute("messaging.system", "aws_sqs")
        .setAttribute("messaging.destination.name", queue)
        .setAttribute("messaging.operation.type", "process")
        .setAttribute("messaging.message.id", received.id())
        .setAttribute("tradewind.order.id", received.correlationId())
        .setAttribute("tradewind.message.type", codec.typeOf(received.data()))
        .startSpan();
  }

  private CompletionStage<Void> refuse(String queue, Delivery delivery, Throwable failure, Span span) {
    span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
    if (failure instanceof UnreadableMessage unreadable) {
      return finish(queue, "dead-lettered", span, bury(queue, delivery, unreadable));
    }
    LOG.warnf("postponed queue=%s receive-count=%d error=%s detail=%s: it is delivered again",
        queue, delivery.receiveCount(), failure.getClass().getSimpleName(), failure.getMessage());
    return finish(queue, "retried", span, delivery.retry(failure));
  }

  private Uni<Void> bury(String queue, Delivery delivery, UnreadableMessage e) {
    LOG.errorf("dead-lettered queue=%s reason=%s: mend the sender, then redrive the dead-letter queue", queue, e.getMessage());
    return delivery.deadLetter(e.getMessage());
  }

  private CompletionStage<Void> finish(String queue, String outcome, Span span, Uni<Void> last) {
    meters.counter("tradewind.messages", "queue", queue, "outcome", outcome).increment();
    return last.onTermination().invoke(span::end).subscribeAsCompletionStage();
  }
}
