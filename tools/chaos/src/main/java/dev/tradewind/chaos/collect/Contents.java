package dev.tradewind.chaos.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Fingerprints of what commits hold: equal when the same stands in the journal and in the log, and small, for there are millions. */
final class Contents {

  private Contents() {}

  /** Of a commit of a journal: all of it. */
  static Object of(String cause, String answers, String correlation, String traceparent, Instant at, JsonNode events, JsonNode messages) {
    return fingerprint(cause, answers, correlation, traceparent, at.toString(), events.toString(), messages.toString());
  }

  /** Of a change of the stock, of which the table keeps another form: what led to it, when, and the type of what was told. */
  static Object ofStock(String cause, Instant at, String told) {
    return fingerprint(cause, at.toString(), told);
  }

  private static Object fingerprint(String... parts) {
    return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }
}
