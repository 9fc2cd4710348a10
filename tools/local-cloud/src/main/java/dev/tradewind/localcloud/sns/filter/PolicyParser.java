package dev.tradewind.localcloud.sns.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the keys of a filter policy and holds its limits: five keys, and 150 combinations of values. */
final class PolicyParser {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final String OR = "$or";
  private static final int MOST_KEYS = 5;
  private static final int MOST_COMBINATIONS = 150;

  /** Objects with these keys are conditions; {@code $or} over them is a key that happens to have that name. */
  private static final Set<String> RESERVED = Set.of(
      "prefix", "suffix", "anything-but", "exists", "numeric", "equals-ignore-case", "cidr", "wildcard");

  private final FilterScope scope;
  private long combinations = 1;

  PolicyParser(FilterScope scope) {
    this.scope = scope;
  }

  Rule parse(String json) {
    JsonNode policy;
    try {
      policy = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new InvalidFilterPolicyException("failed to parse JSON. " + e.getOriginalMessage());
    }
    if (!policy.isObject()) {
      throw new InvalidFilterPolicyException("Filter is not an object");
    }
    if (policy.size() > MOST_KEYS) {
      throw new InvalidFilterPolicyException("Filter policy can not have more than " + MOST_KEYS + " keys");
    }
    var rule = object(policy, 1);
    if (combinations > MOST_COMBINATIONS) {
      throw new InvalidFilterPolicyException("Filter policy is too complex");
    }
    return rule;
  }

  private Rule object(JsonNode object, int depth) {
    var rules = new ArrayList<Rule>();
    for (var property : object.properties()) {
      rules.add(property(property.getKey(), property.getValue(), depth));
    }
    return new Rule.AllOf(List.copyOf(rules));
  }

  private Rule property(String key, JsonNode value, int depth) {
    if (key.equals(OR) && isAlternatives(value)) {
      return new Rule.AnyOf(elements(value).map(alternative -> object(alternative, depth)).toList());
    }
    if (value.isObject()) {
      return nested(key, value, depth);
    }
    if (!value.isArray()) {
      throw new InvalidFilterPolicyException("\"" + key + "\" must be an object or an array");
    }
    if (value.isEmpty()) {
      throw new InvalidFilterPolicyException("Empty arrays are not allowed");
    }
    combinations *= (long) value.size() * depth;
    return new Rule.Field(key, elements(value).map(ConditionParser::parse).toList());
  }

  private Rule nested(String key, JsonNode value, int depth) {
    if (scope == FilterScope.ATTRIBUTES) {
      throw new InvalidFilterPolicyException(
          "Filter policy scope MessageAttributes does not support nested filter policy");
    }
    if (value.isEmpty()) {
      throw new InvalidFilterPolicyException("Empty objects are not allowed");
    }
    return new Rule.Nested(key, object(value, depth + 1));
  }

  private static boolean isAlternatives(JsonNode value) {
    return value.isArray() && value.size() > 1 && elements(value).allMatch(element ->
        element.isObject() && element.properties().stream().noneMatch(entry -> RESERVED.contains(entry.getKey())));
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
