package dev.tradewind.quarkus;

import dev.tradewind.quarkus.Problem.Violation;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The query parameters of one request, read strictly: a misspelt filter would otherwise show what was not asked for. What breaks a rule is read
 * as absent, and told by {@link #check}, all of it at once.
 */
public final class Parameters {

  /** Clocks of clients may be ahead of ours by this much. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private final MultivaluedMap<String, String> given;
  private final List<Violation> violations = new ArrayList<>();

  /** @param known the parameters there are; any other breaks a rule */
  public Parameters(MultivaluedMap<String, String> given, Set<String> known) {
    this.given = given;
    var names = new TreeSet<>(known);
    given.forEach((name, values) -> {
      if (!known.contains(name)) {
        violations.add(new Violation(name, "is not a parameter here; there are " + String.join(", ", names)));
      } else if (values.size() > 1) {
        violate(name, "must be given once");
      }
    });
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(given.getFirst(name));
  }

  /** @param rule what must hold when the shape does, for the client */
  public Optional<String> text(String name, Pattern shape, String rule) {
    return text(name).filter(keep(name, value -> shape.matcher(value).matches(), rule));
  }

  /** One of these, by its name. */
  public <E extends Enum<E>> Optional<E> choice(String name, E[] choices) {
    var names = Arrays.stream(choices).map(Enum::name).toList();
    return text(name).filter(keep(name, names::contains, "must be one of " + String.join(", ", names)))
        .map(value -> choices[names.indexOf(value)]);
  }

  /** A whole number, both ends included. */
  public Optional<Integer> number(String name, int least, int most) {
    return text(name)
        .filter(keep(name, value -> value.matches("\\d{1,18}") && Long.parseLong(value) >= least && Long.parseLong(value) <= most,
            "must be a whole number from %d to %d".formatted(least, most)))
        .map(Integer::valueOf);
  }

  /** A time up to now. */
  public Optional<Instant> past(String name, Instant now) {
    return text(name).flatMap(value -> instant(name, value))
        .filter(keep(name, time -> !time.isAfter(now.plus(AHEAD)), "must not lie in the future"))
        .filter(keep(name, time -> !time.isBefore(Instant.EPOCH), "must not lie before 1970"));
  }

  /** Says that a rule is broken which this class does not know. */
  public void violate(String name, String rule) {
    violations.add(new Violation(name, rule));
  }

  /** @throws Problem listing every rule that is broken */
  public void check() {
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
  }

  private Optional<Instant> instant(String name, String value) {
    try {
      return Optional.of(Instant.parse(value));
    } catch (DateTimeException e) {
      violate(name, "must be a time in ISO 8601 such as 2026-03-01T12:00:00Z");
      return Optional.empty();
    }
  }

  private <T> Predicate<T> keep(String name, Predicate<T> holds, String rule) {
    return value -> {
      if (!holds.test(value)) {
        violate(name, rule);
        return false;
      }
      return true;
    };
  }
}
