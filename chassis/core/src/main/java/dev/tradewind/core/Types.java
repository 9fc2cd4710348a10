package dev.tradewind.core;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
   * @param older how what was written in older versions is read, oldest first
   */
  public record Type(String name, Role role, String service, Class<?> javaClass, List<Upcast> older) {

    public Type {
      older = List.copyOf(older);
    }

    public Type(String name, Role role, String service, Class<?> javaClass) {
      this(name, role, service, javaClass, List.of());
    }

    private int version() {
      return Integer.parseInt(name.substring(name.lastIndexOf(".v") + 2));
    }

    private String named(int version) {
      return name.substring(0, name.lastIndexOf(".v") + 2) + version;
    }
  }

  /**
   * How content of a name is read.
   *
   * @param type what it is read as
   * @param upcasts what is done to it first, in this order
   */
  public record Reading(Type type, List<Upcast> upcasts) {}

  private static final Pattern VERSIONED = Pattern.compile("(.+?)V(\\d+)");

  private final Map<String, Type> byName = new LinkedHashMap<>();
  private final Map<Class<?>, Type> byClass = new LinkedHashMap<>();
  private final Map<String, Reading> readings = new HashMap<>();

  private Types(Stream<Type> types) {
    types.forEach(type -> {
      Check.that(byName.put(type.name(), type) == null, "two types are named %s", type.name());
      Check.that(byClass.put(type.javaClass(), type) == null, "%s is listed twice", type.javaClass().getName());
      readings.put(type.name(), new Reading(type, List.of()));
    });
    byName.values().forEach(this::chain);
  }

  /** From the newest version back: each is reached from the one before it, down to the first, or to one that has a class of its own. */
  private void chain(Type type) {
    if (type.older().isEmpty()) {
      return;
    }
    int version = type.version();
    for (int i = type.older().size() - 1; i >= 0; i--) {
      var upcast = type.older().get(i);
      version--;
      Check.that(upcast.from() == version, "nothing says how %s becomes %s: list an upcast for it", type.named(version), type.named(version + 1));
      var reading = new Reading(type, type.older().subList(i, type.older().size()));
      Check.that(readings.put(type.named(version), reading) == null,
          "%s has a class of its own and an upcast to %s", type.named(version), type.name());
    }
    Check.that(version == 1 || byName.containsKey(type.named(version - 1)),
        "nothing says how %s becomes %s: list an upcast for it", type.named(version - 1), type.named(version));
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

  /**
   * The same type after it grew: what its class says now is one version newer than the newest of these upcasts.
   *
   * @param type one, as {@link #records}, {@link #events} or {@link #commands} give it
   * @param older how older content is read, one for each version there was
   */
  public static Collection<Type> grown(Collection<Type> type, Upcast... older) {
    Check.that(type.size() == 1 && older.length > 0, "one type grows at a time, by at least one upcast");
    var was = type.iterator().next();
    var upcasts = Arrays.stream(older).sorted(Comparator.comparingInt(Upcast::from)).toList();
    Check.that(upcasts.stream().map(Upcast::from).distinct().count() == older.length, "%s has two upcasts from one version", was.name());
    int newest = upcasts.getLast().from() + 1;
    Check.that(was.version() == 1 || was.version() == newest, "%s cannot be version %d too", was.name(), newest);
    return List.of(new Type(was.named(newest), was.role(), was.service(), was.javaClass(), upcasts));
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

  /** How content of that name is read: by the type of that name, or by the one it grew into. */
  public Optional<Reading> reading(String name) {
    return Optional.ofNullable(readings.get(name));
  }

  private static String versioned(Class<?> javaClass) {
    var match = VERSIONED.matcher(javaClass.getSimpleName());
    return match.matches() ? match.group(1) + ".v" + match.group(2) : javaClass.getSimpleName() + ".v1";
  }
}
