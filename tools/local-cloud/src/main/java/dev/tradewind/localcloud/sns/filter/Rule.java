package dev.tradewind.localcloud.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** A part of a filter policy that looks at a whole JSON object. */
sealed interface Rule {

  boolean accepts(JsonNode object);

  /** Every key of a policy must be satisfied. */
  record AllOf(List<Rule> rules) implements Rule {
    @Override
    public boolean accepts(JsonNode object) {
      return rules.stream().allMatch(rule -> rule.accepts(object));
    }
  }

  /** {@code $or}. */
  record AnyOf(List<Rule> rules) implements Rule {
    @Override
    public boolean accepts(JsonNode object) {
      return rules.stream().anyMatch(rule -> rule.accepts(object));
    }
  }

  /** A key whose value must satisfy one of the conditions; of an array, one element must. */
  record Field(String key, List<Condition> conditions) implements Rule {
    @Override
    public boolean accepts(JsonNode object) {
      var value = object.path(key);
      if (value.isArray() && !value.isEmpty()) {
        for (var element : value) {
          if (oneAccepts(element)) {
            return true;
          }
        }
        return false;
      }
      return oneAccepts(value);
    }

    private boolean oneAccepts(JsonNode value) {
      return conditions.stream().anyMatch(condition -> condition.accepts(value));
    }
  }

  /** A key whose value is an object that must satisfy a rule; of an array of objects, one must, alone. */
  record Nested(String key, Rule rule) implements Rule {

    /** So that {@code exists: false} below a key that is absent itself is satisfied. */
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    @Override
    public boolean accepts(JsonNode object) {
      return acceptsValue(object.path(key));
    }

    private boolean acceptsValue(JsonNode value) {
      if (value.isArray()) {
        for (var element : value) {
          if (acceptsValue(element)) {
            return true;
          }
        }
        return false;
      }
      return rule.accepts(value.isObject() ? value : NOTHING);
    }
  }
}
