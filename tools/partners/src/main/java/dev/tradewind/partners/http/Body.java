package dev.tradewind.partners.http;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A JSON request body whose fields are checked as they are read; every refusal names the field and the rule. */
public final class Body {

  /** The longest body that is read, in bytes. */
  public static final int LIMIT = 65_536;

  private final JsonObject json;
  private final String path;

  private Body(JsonObject json, String path, Set<String> fields) {
    this.json = json;
    this.path = path;
    json.fieldNames().stream().filter(name -> !fields.contains(name)).findFirst().ifPresent(name -> {
      throw Problem.inField(422, "unknown-field", path + name, "is not a field here: expected " + fields.stream().sorted().toList());
    });
  }

  /**
   * The body of this request.
   *
   * @param fields the names it may have
   * @throws Problem 400 when it is not one JSON object, 422 when it has a field of another name
   */
  public static Body of(RoutingContext ctx, String... fields) {
    var buffer = ctx.body().buffer();
    if (buffer == null || buffer.length() == 0) {
      throw Problem.of(400, "malformed-json", "the body is empty: expected a JSON object with " + List.of(fields));
    }
    try {
      return new Body(buffer.toJsonObject(), "", Set.of(fields));
    } catch (DecodeException e) {
      // The parser's own message quotes the body, which may hold a payment method.
      throw Problem.of(400, "malformed-json", "the body is not a JSON object");
    }
  }

  /** For requests that say everything in their path: no body, or an empty object. */
  public static void none(RoutingContext ctx) {
    var buffer = ctx.body().buffer();
    if (buffer != null && buffer.length() > 0) {
      of(ctx);
    }
  }

  public String text(String field, int longest) {
    if (required(field) instanceof String text
        && !text.isBlank() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    throw Problem.invalid(path + field, "must be a text of 1 to " + longest + " printable characters");
  }

  public long integer(String field, long least, long most) {
    // Whole numbers arrive as Integer or Long; 1.0, 1e3 and numbers beyond 64 bits arrive as other types.
    if (required(field) instanceof Number n && (n instanceof Integer || n instanceof Long)
        && n.longValue() >= least && n.longValue() <= most) {
      return n.longValue();
    }
    throw Problem.invalid(path + field, "must be a whole number from " + least + " to " + most);
  }

  public Body object(String field, String... fields) {
    if (required(field) instanceof JsonObject object) {
      return new Body(object, path + field + ".", Set.of(fields));
    }
    throw Problem.invalid(path + field, "must be an object");
  }

  public List<Body> objects(String field, int most, String... fields) {
    if (required(field) instanceof JsonArray array && !array.isEmpty() && array.size() <= most) {
      return IntStream.range(0, array.size()).mapToObj(i -> element(array, field, i, fields)).toList();
    }
    throw Problem.invalid(path + field, "must be a list of 1 to " + most + " objects");
  }

  private Body element(JsonArray array, String field, int index, String... fields) {
    var name = "%s%s[%d]".formatted(path, field, index);
    if (array.getValue(index) instanceof JsonObject object) {
      return new Body(object, name + ".", Set.of(fields));
    }
    throw Problem.invalid(name, "must be an object");
  }

  private Object required(String field) {
    var value = json.getValue(field);
    if (value == null) {
      throw Problem.invalid(path + field, "is required");
    }
    return value;
  }
}
