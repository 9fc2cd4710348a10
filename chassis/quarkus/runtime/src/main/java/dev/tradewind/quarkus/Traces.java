package dev.tradewind.quarkus;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;

/** Between W3C trace context as text and OpenTelemetry's. */
public final class Traces {

  private static final TextMapGetter<String> TRACEPARENT = new TextMapGetter<>() {
    @Override
    public Iterable<String> keys(String traceparent) {
      return List.of("traceparent");
    }

    @Override
    public String get(String traceparent, String key) {
      return "traceparent".equals(key) ? traceparent : null;
    }
  };

  private Traces() {}

  /** The current span as a traceparent; empty when there is none. */
  public static String current() {
    return of(Span.current().getSpanContext());
  }

  static String currentTraceId() {
    var span = Span.current().getSpanContext();
    return span.isValid() ? span.getTraceId() : "";
  }

  static String of(SpanContext span) {
    return span.isValid() ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex() : "";
  }

  static Context parent(String traceparent) {
    return W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, TRACEPARENT);
  }
}
