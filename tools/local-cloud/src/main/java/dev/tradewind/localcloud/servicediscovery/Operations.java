package dev.tradewind.localcloud.servicediscovery;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The latest operations. They are forgotten at a restart: all is done then. */
final class Operations {

  private static final int KEPT = 10_000;

  private final LinkedHashMap<String, Operation> operations = new LinkedHashMap<>();
  private final Clock clock;

  Operations(Clock clock) {
    this.clock = clock;
  }

  long now() {
    return clock.millis();
  }

  /** A new operation, which is not among the others before it is remembered. */
  Operation begin(Operation.Type type, Map<Operation.Target, String> targets, Duration takes) {
    long now = now();
    return new Operation(Ids.operation(), type, targets, now, now + takes.toMillis());
  }

  synchronized Operation remember(Operation operation) {
    operations.put(operation.id(), operation);
    if (operations.size() > KEPT) {
      operations.pollFirstEntry();
    }
    return operation;
  }

  /** Remembers an operation that was done as soon as it was asked for. */
  Operation done(Operation.Type type, Map<Operation.Target, String> targets) {
    return remember(begin(type, targets, Duration.ZERO));
  }

  /** @throws CloudMapException when there is none */
  synchronized Operation get(String id) {
    return Optional.ofNullable(operations.get(id))
        .orElseThrow(() -> CloudMapException.of("OperationNotFound", "There is no operation " + id));
  }

  /** In the order of their ids. */
  synchronized List<Operation> all() {
    return operations.values().stream().sorted(Comparator.comparing(Operation::id)).toList();
  }
}
