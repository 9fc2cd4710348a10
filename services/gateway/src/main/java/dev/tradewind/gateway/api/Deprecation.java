package dev.tradewind.gateway.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * What says that a resource has a successor: <a href="https://www.rfc-editor.org/rfc/rfc9745">Deprecation</a>,
 * <a href="https://www.rfc-editor.org/rfc/rfc8594">Sunset</a>, and where the successor is.
 */
final class Deprecation {

  /** Since when {@code GET /v1/orders/{orderId}} has one. */
  static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

  /** Not gone before this time. */
  static final Instant SUNSET = Instant.parse("2027-11-22T00:00:00Z");

  private Deprecation() {}

  /** @param successor the path of the same thing in the next version */
  static Map<String, String> headers(String successor) {
    return Map.of(
        "Deprecation", "@" + SINCE.getEpochSecond(),
        "Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(SUNSET.atOffset(ZoneOffset.UTC)),
        "Link", "<%s>; rel=\"successor-version\", </openapi/v2>; rel=\"deprecation\"; type=\"application/yaml\"".formatted(successor));
  }
}
