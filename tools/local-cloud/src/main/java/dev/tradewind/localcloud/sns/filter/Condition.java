package dev.tradewind.localcloud.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** What one value must be. Missing values are {@link JsonNode#isMissingNode()}. */
sealed interface Condition {

  boolean accepts(JsonNode value);

  /** A string, number, boolean or null; numbers are equal by value, so 300 is 3.0e2. */
  record Exactly(JsonNode expected) implements Condition {
    @Override
    public boolean accepts(JsonNode value) {
      return expected.isNumber() && value.isNumber()
          ? expected.decimalValue().compareTo(value.decimalValue()) == 0
          : expected.equals(value);
    }
  }

  /** A value that is there and satisfies none of the conditions. */
  record AnythingBut(List<Condition> conditions) implements Condition {
    @Override
    public boolean accepts(JsonNode value) {
      return value.isValueNode() && conditions.stream().noneMatch(condition -> condition.accepts(value));
    }
  }

  /** A string that has something in common with a given one. */
  record Text(Comparison comparison, String given) implements Condition {

    enum Comparison {
      PREFIX(String::startsWith),
      SUFFIX(String::endsWith),
      EQUALS_IGNORE_CASE(String::equalsIgnoreCase);

      private final BiPredicate<String, String> holds;

      Comparison(BiPredicate<String, String> holds) {
        this.holds = holds;
      }
    }

    @Override
    public boolean accepts(JsonNode value) {
      return value.isTextual() && comparison.holds.test(value.textValue(), given);
    }
  }

  /** A number between bounds. */
  record NumericRange(Optional<Bound> low, Optional<Bound> high) implements Condition {

    record Bound(BigDecimal at, boolean inclusive) {
      /** @param comparison of the value with the bound; positive when the value is on the right side of it */
      private boolean holds(int comparison) {
        return comparison > 0 || (inclusive && comparison == 0);
      }
    }

    @Override
    public boolean accepts(JsonNode value) {
      if (!value.isNumber()) {
        return false;
      }
      var number = value.decimalValue();
      return low.map(bound -> bound.holds(number.compareTo(bound.at()))).orElse(true)
          && high.map(bound -> bound.holds(bound.at().compareTo(number))).orElse(true);
    }
  }

  /** Whether there is a value at all. */
  record Exists(boolean wanted) implements Condition {
    @Override
    public boolean accepts(JsonNode value) {
      return wanted == (value.isValueNode() || value.isArray());
    }
  }
}
