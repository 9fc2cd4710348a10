package dev.tradewind.cloudmap;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Writes down what it is told, and fails or keeps silent when a test says so. */
final class FakeRegistrar implements Registrar {

  final List<String> told = new ArrayList<>();
  private int failures;
  private Optional<CompletableFuture<Void>> gate = Optional.empty();

  /** So many calls from now on. */
  void fails(int calls) {
    failures = calls;
  }

  CompletableFuture<Void> hangs() {
    var closed = new CompletableFuture<Void>();
    gate = Optional.of(closed);
    return closed;
  }

  void answers() {
    gate = Optional.empty();
  }

  @Override
  public Uni<Void> register(Entry entry) {
    return tell("register " + entry.attributes().get(Attributes.HEARTBEAT).substring(14, 19));
  }

  @Override
  public Uni<Void> deregister(String instanceId) {
    return tell("deregister " + instanceId);
  }

  private Uni<Void> tell(String what) {
    told.add(what);
    if (failures > 0) {
      failures--;
      return Uni.createFrom().failure(new IllegalStateException("away"));
    }
    return gate.map(closed -> Uni.createFrom().completionStage(closed::copy)).orElseGet(() -> Uni.createFrom().voidItem());
  }
}
