package dev.tradewind.localcloud.servicediscovery;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** One condition of a listing: on which property, and the values that it may have. */
record Filter(String name, Condition condition, List<String> values) {

  enum Condition { EQ, IN, BETWEEN, BEGINS_WITH }

  /**
   * All filters of a call together.
   *
   * @param properties what can be filtered by, and how to read it
   * @throws CloudMapException when a filter makes no sense
   */
  static <T> Predicate<T> of(Parameters parameters, Map<String, Function<T, String>> properties) {
    return parameters.list("Filters").stream().map(Filter::read)
        .map(filter -> {
          var property = Optional.ofNullable(properties.get(filter.name)).orElseThrow(() ->
              CloudMapException.invalid("filters.name", filter.name, "Member must satisfy enum value set: " + properties.keySet()));
          return (Predicate<T>) entry -> filter.matches(property.apply(entry));
        })
        .reduce(entry -> true, Predicate::and);
  }

  private static Filter read(Parameters parameters) {
    var condition = parameters.oneOf("Condition", Condition.class).orElse(Condition.EQ);
    var filter = new Filter(parameters.required("Name"), condition, parameters.texts("Values"));
    boolean counts = switch (condition) {
      case EQ, BEGINS_WITH -> filter.values.size() == 1;
      case IN -> !filter.values.isEmpty();
      case BETWEEN -> filter.values.size() == 2;
    };
    if (!counts) {
      throw CloudMapException.invalid("filters.values", filter.values, "A filter by " + filter.name + " with " + condition
          + " takes another number of values");
    }
    return filter;
  }

  boolean matches(String value) {
    return switch (condition) {
      case EQ, IN -> values.contains(value);
      case BEGINS_WITH -> value.startsWith(values.getFirst());
      case BETWEEN -> number(values.getFirst()).compareTo(number(value)) <= 0 && number(value).compareTo(number(values.getLast())) <= 0;
    };
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw CloudMapException.invalid("filters.values", text, "BETWEEN compares times in seconds since 1970");
    }
  }
}
