package dev.tradewind.partners.http;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** A refusal as RFC 9457 problem details. A request refused with a problem changed nothing. */
public final class Problem extends RuntimeException {

  private static final String TYPES = "urn:tradewind:partners:problem:";

  private final int status;
  private final String name;
  private final Optional<String> field;

  private Problem(int status, String name, Optional<String> field, String text) {
    super(text, null, false, false);
    this.status = status;
    this.name = name;
    this.field = field;
  }

  /**
   * @param name the last part of the problem's type, in kebab case: stable, clients may switch on it
   * @param detail what was wrong and what to do
   */
  public static Problem of(int status, String name, String detail) {
    return new Problem(status, name, Optional.empty(), detail);
  }

  /** A problem with one field or header, and the rule it broke. */
  public static Problem inField(int status, String name, String field, String rule) {
    return new Problem(status, name, Optional.of(field), rule);
  }

  /** 422: a field of the body that does not keep its rule. */
  public static Problem invalid(String field, String rule) {
    return inField(422, "invalid-field", field, rule);
  }

  public int status() {
    return status;
  }

  JsonObject toJson() {
    var json = new JsonObject()
        .put("type", TYPES + name)
        .put("title", Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' '))
        .put("status", status)
        .put("detail", field.map(f -> f + " " + getMessage()).orElse(getMessage()));
    field.ifPresent(f -> json.put("field", f).put("rule", getMessage()));
    return json;
  }
}
