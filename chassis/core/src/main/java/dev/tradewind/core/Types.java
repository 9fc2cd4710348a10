package dev.tradewind.core;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every type that is stored or sent, by name: {@code tradewind.inventory.ReserveStock.v1}. Written down, not scanned for, so that a
 * renamed class never changes what is on the wire unnoticed, and a native image needs no search.
 */
public final class Types {

  /** What a type is for. */
  public enum Role {
    /** Sent to the queue of its service. */
    COMMAND,
    /** Told on the topic of its service. */
    EVENT,
    /** Kept in the journal of its service. */
    RECORD
  }

  /**
   * A named type.
   *
   * @param name as stored and sent, with its version
   * @param service who handles the command, tells the event or keeps the record
   */
  public record Type(String name, Role role, String service, Class<?> javaClass) {}

  private static final Pattern VERSIONED = Pattern.compile("(.+?)V(\\d+)");

  private final Map<String, Type> byName = new LinkedHashMap<>();
  private final Map<Class<?>, Type> byClass = new LinkedHashMap<>();

  private Types(Stream<Type> types) {
    types.forEach(type -> {
      Check.that(byName.put(type.name(), type) == null, "two types are named %s", type.name());
      Check.that(byClass.put(type.javaClass(), type) == null, "%s is listed twice", type.javaClass().getName());
    });
  }

  /** @throws IllegalArgumentException when a name or a class is listed twice */
  @SafeVarargs
  public static Types of(Collection<Type>... groups) {
    return new Types(Arrays.stream(groups).flatMap(Collection::stream));
  }

  /** Commands that the service handles, named after their classes; {@code PayV2} is version 2 of {@code Pay}. */
  @SafeVarargs
  public static Collection<Type> commands(String service, Class<? extends Command>... classes) {
    return Arrays.stream(classes).map(c -> new Type("tradewind." + service + "." + versioned(c), Role.COMMAND, service, c)).toList();
  }

  /** Events that the service tells, named after their classes. */
  @SafeVarargs
  public static Collection<Type> events(String service, Class<? extends Event>... classes) {
    return Arrays.stream(classes).map(c -> new Type("tradewind." + service + "." + versioned(c), Role.EVENT, service, c)).toList();
  }

  /** Events that the service keeps in its journal under short names, and nobody else reads. */
  public static Collection<Type> records(String service, Class<?>... classes) {
    return Arrays.stream(classes).map(c -> new Type(versioned(c), Role.RECORD, service, c)).toList();
  }

  /** These types and those. */
  public Types and(Collection<Type> more) {
    return new Types(Stream.concat(all().stream(), more.stream()));
  }

  public Collection<Type> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /** @throws IllegalArgumentException when the class is not listed */
  public Type typeOf(Object payload) {
    return Check.notNull(byClass.get(payload.getClass()), "an entry in Types for " + payload.getClass().getName());
  }

  public Optional<Type> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private static String versioned(Class<?> javaClass) {
    var match = VERSIONED.matcher(javaClass.getSimpleName());
    return match.matches() ? match.group(1) + ".v" + match.group(2) : javaClass.getSimpleName() + ".v1";
  }
}
