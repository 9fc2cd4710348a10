package dev.tradewind.localcloud.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.localcloud.sns.filter.Condition.NumericRange.Bound;
import dev.tradewind.localcloud.sns.filter.Condition.Text.Comparison;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads one element of a key's list: a value, or an object with one operator. */
final class ConditionParser {

  private static final BigDecimal LARGEST_NUMBER = BigDecimal.valueOf(1_000_000_000);

  private ConditionParser() {}

  static Condition parse(JsonNode element) {
    if (element.isValueNode()) {
      return exactly(element);
    }
    if (!element.isObject() || element.size() != 1) {
      throw new InvalidFilterPolicyException(
          "Match value must be String, number, true, false, or null, or an object with one operator");
    }
    var operator = element.properties().iterator().next();
    var operand = operator.getValue();
    return switch (operator.getKey()) {
      case "prefix" -> text(Comparison.PREFIX, operator.getKey(), operand);
      case "suffix" -> text(Comparison.SUFFIX, operator.getKey(), operand);
      case "equals-ignore-case" -> text(Comparison.EQUALS_IGNORE_CASE, operator.getKey(), operand);
      case "anything-but" -> anythingBut(operand);
      case "exists" -> exists(operand);
      case "numeric" -> numeric(operand);
      default -> throw new InvalidFilterPolicyException("Unrecognized match type " + operator.getKey());
    };
  }

  private static Condition exactly(JsonNode value) {
    if (value.isNumber()) {
      number(value);
    }
    return new Condition.Exactly(value);
  }

  private static Condition text(Comparison comparison, String operator, JsonNode operand) {
    if (!operand.isTextual()) {
      throw new InvalidFilterPolicyException(operator + " match pattern must be a string");
    }
    return new Condition.Text(comparison, operand.textValue());
  }

  private static Condition anythingBut(JsonNode operand) {
    if (operand.isArray() && !operand.isEmpty()) {
      return new Condition.AnythingBut(
          StreamSupport.stream(operand.spliterator(), false).map(ConditionParser::stringOrNumber).toList());
    }
    if (operand.isObject() && operand.size() == 1 && (operand.has("prefix") || operand.has("suffix"))) {
      return new Condition.AnythingBut(List.of(parse(operand)));
    }
    return new Condition.AnythingBut(List.of(stringOrNumber(operand)));
  }

  private static Condition stringOrNumber(JsonNode value) {
    if (!value.isTextual() && !value.isNumber()) {
      throw new InvalidFilterPolicyException("anything-but takes strings and numbers, not " + value);
    }
    return exactly(value);
  }

  private static Condition exists(JsonNode operand) {
    if (!operand.isBoolean()) {
      throw new InvalidFilterPolicyException("exists match pattern must be either true or false.");
    }
    return new Condition.Exists(operand.booleanValue());
  }

  /** {@code ["=", 5]}, {@code [">", 5]} or {@code [">=", 0, "<", 10]}. */
  private static Condition numeric(JsonNode operand) {
    if (!operand.isArray() || (operand.size() != 2 && operand.size() != 4)) {
      throw new InvalidFilterPolicyException("Value of numeric must be an array of one or two comparisons");
    }
    var bound = number(operand.get(1));
    var inclusive = new Bound(bound, true);
    var exclusive = new Bound(bound, false);
    boolean alone = operand.size() == 2;
    return switch (operand.get(0).asText()) {
      case "=" -> range(alone, Optional.of(inclusive), Optional.of(inclusive));
      case "<" -> range(alone, Optional.empty(), Optional.of(exclusive));
      case "<=" -> range(alone, Optional.empty(), Optional.of(inclusive));
      case ">" -> range(true, Optional.of(exclusive), alone ? Optional.empty() : Optional.of(upper(operand, bound)));
      case ">=" -> range(true, Optional.of(inclusive), alone ? Optional.empty() : Optional.of(upper(operand, bound)));
      default -> throw new InvalidFilterPolicyException(
          "Unrecognized numeric range operator: " + operand.get(0).asText());
    };
  }

  private static Condition range(boolean complete, Optional<Bound> low, Optional<Bound> high) {
    if (!complete) {
      throw new InvalidFilterPolicyException("Too many elements in numeric expression");
    }
    return new Condition.NumericRange(low, high);
  }

  private static Bound upper(JsonNode operand, BigDecimal low) {
    var high = number(operand.get(3));
    if (low.compareTo(high) >= 0) {
      throw new InvalidFilterPolicyException("Bottom must be less than top");
    }
    return switch (operand.get(2).asText()) {
      case "<" -> new Bound(high, false);
      case "<=" -> new Bound(high, true);
      default -> throw new InvalidFilterPolicyException("Bad numeric range operator: " + operand.get(2).asText());
    };
  }

  private static BigDecimal number(JsonNode value) {
    if (!value.isNumber() || value.decimalValue().abs().compareTo(LARGEST_NUMBER) > 0) {
      throw new InvalidFilterPolicyException(
          "Numeric values must be between -1000000000 and 1000000000, not " + value);
    }
    return value.decimalValue();
  }
}
