package dev.tradewind.gateway.hostile;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Requests of an operation as its contract describes them, some of them good, most of them bad in a place or two: a value outside its shape, a
 * field that is missing, or there that should not be, another type, another kind of body.
 */
final class Requests {

  /** One request, without the token. */
  record Request(String method, String target, List<String> headers, String body) {}

  private static final Arbitrary<String> NASTY = Arbitraries.of(
      "", " ", "0", "-1", "null", "..", "%00", "'", "\"", "<script>", "${x}", "{{x}}", "a".repeat(3_000), "9".repeat(400), "\u2603", "a;b=c",
      "a/b", "a?b", "a#b",
      "true", "[]", "2bac7820-f492-59be-9de6-5d1c331b5b4f", "TEA-001", "alice");
  private static final Arbitrary<String> NASTY_JSON = Arbitraries.of(
      "", "null", "[]", "{}", "0", "\"\"", "{", "{\"a\":", "[[[[[[[[", "{\"customerId\":{\"a\":1}}", "{\"lines\":[null]}", "\u0000",
      "{\"a\":1e999}", "[".repeat(5_000));
  private static final Arbitrary<String> ODD_TYPES = Arbitraries.of(
      "text/plain", "application/xml", "application/json; charset=utf-16", "x", "text/csv", "*/*");
  private static final Arbitrary<String> UNASKED = Arbitraries.of(
      "Accept: application/xml", "Accept: text/event-stream", "Accept: x", "If-None-Match: \"a\", W/\"b\", *", "If-None-Match: nonsense",
      "If-Match: \"", "Prefer: wait=999999999999",
      "Prefer: wait", "Last-Event-ID: -1", "Last-Event-ID: x", "traceparent: 00-x",
      "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
      "Range: bytes=0-", "Accept-Encoding: x", "Expect: 200-ok", "Content-Encoding: gzip", "X-Any: \u00ff");

  private Requests() {}

  static Arbitrary<Request> of(Operation operation, String method, String path) {
    var parameters = Optional.ofNullable(operation.getParameters()).orElse(List.of());
    var values = Combinators.combine(parameters.stream().map(Requests::value).toList()).as(given -> given);
    var body = Optional.ofNullable(operation.getRequestBody())
        .map(given -> body(given.getContent().entrySet().iterator().next().getValue().getSchema()))
        .orElse(Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.just("")), Tuple.of(1, NASTY_JSON)));
    var type = Optional.ofNullable(operation.getRequestBody()).map(given -> given.getContent().keySet().iterator().next()).orElse("application/json");
    var types = mostly(Arbitraries.just(type), ODD_TYPES);
    return Combinators.combine(values, body, types, UNASKED.list().ofMaxSize(2))
        .as((given, text, kind, unasked) -> request(method, path, parameters, given, text, kind, unasked));
  }

  private static Request request(
      String method, String path, List<Parameter> parameters, List<Optional<String>> values, String body, String type, List<String> unasked) {
    var target = path;
    var query = new ArrayList<String>();
    var headers = new ArrayList<>(unasked);
    for (int i = 0; i < parameters.size(); i++) {
      var parameter = parameters.get(i);
      var value = values.get(i);
      switch (parameter.getIn()) {
        case "path" -> target = target.replace("{" + parameter.getName() + "}", encoded(value.orElse("")));
        case "query" -> value.ifPresent(text -> query.add(parameter.getName() + "=" + encoded(text)));
        default -> value.filter(text -> text.chars().allMatch(c -> c >= ' ' && c <= '~'))
            .ifPresent(text -> headers.add(parameter.getName() + ": " + text));
      }
    }
    if (!body.isEmpty()) {
      headers.add("Content-Type: " + type);
      headers.add("Content-Length: " + body.getBytes(StandardCharsets.ISO_8859_1).length);
    }
    return new Request(method, query.isEmpty() ? target : target + "?" + String.join("&", query), headers, body);
  }

  private static Arbitrary<Optional<String>> value(Parameter parameter) {
    var given = mostly(text(parameter.getSchema()), NASTY).map(Optional::of);
    return given.injectNull(Boolean.TRUE.equals(parameter.getRequired()) ? 0.05 : 0.6).map(Requests::unlessNull);
  }

  private static Optional<String> unlessNull(Optional<String> value) {
    return value == null ? Optional.empty() : value;
  }

  /** A value as a query or header holds it. */
  private static Arbitrary<String> text(Schema<?> schema) {
    return json(schema, 0).map(json -> json.startsWith("\"") ? json.substring(1, json.length() - 1) : json);
  }

  private static Arbitrary<String> body(Schema<?> schema) {
    var csv = Arbitraries.of("sku,name,active,EUR\nTEA-001,Tea,true,499\n", "\u0000", ",\n,\n", "\"");
    return mostly("string".equals(schema.getType()) ? csv : json(schema, 0), NASTY_JSON);
  }

  private static Arbitrary<String> json(Schema<?> schema, int depth) {
    var good = good(schema, depth);
    return depth == 0 ? good : Arbitraries.frequencyOf(Tuple.of(15, good), Tuple.of(1, NASTY_JSON), Tuple.of(1, NASTY.map(Requests::quoted)));
  }

  private static Arbitrary<String> good(Schema<?> schema, int depth) {
    if (schema.getEnum() != null) {
      return Arbitraries.of(schema.getEnum().stream().map(value -> quoted(value.toString())).toList());
    }
    return switch (Optional.ofNullable(schema.getType()).orElse("object")) {
      case "integer" -> Arbitraries.longs().between(-2, 200_000_000).map(String::valueOf);
      case "boolean" -> Arbitraries.of("true", "false");
      case "array" -> json(schema.getItems(), depth + 1).list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]");
      case "object" -> object(schema, depth);
      default -> string(schema).map(Requests::quoted);
    };
  }

  private static Arbitrary<String> object(Schema<?> schema, int depth) {
    var fields = Optional.ofNullable(schema.getProperties()).orElse(Map.of());
    var members = fields.entrySet().stream()
        .map(field -> json(field.getValue(), depth + 1).map(json -> quoted(field.getKey()) + ":" + json).injectNull(0.1)).toList();
    return Combinators.combine(members).as(given -> given.stream().filter(member -> member != null).collect(Collectors.joining(",", "{", "}")));
  }

  private static Arbitrary<String> string(Schema<?> schema) {
    return switch (Optional.ofNullable(schema.getFormat()).orElse("")) {
      case "uuid" -> Arbitraries.of("2bac7820-f492-59be-9de6-5d1c331b5b4f", "00000000-0000-5000-8000-000000000000");
      case "date-time" -> Arbitraries.of("2026-03-01T12:00:00Z", "2026-03-01T12:00:00.123+01:00", "9999-12-31T23:59:59Z");
      default -> Arbitraries.of("TEA-001", "alice", "EUR", "DE", "main", "key-1", "x@example.com", "https://example.com/hook");
    };
  }

  private static <T> Arbitrary<T> mostly(Arbitrary<T> good, Arbitrary<T> odd) {
    return Arbitraries.frequencyOf(Tuple.of(9, good), Tuple.of(1, odd));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0000", "\\u0000") + "\"";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
