package dev.tradewind.cloudmap;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A registry that holds what a test says, and fails or keeps silent when it is told to. */
final class FakeDirectory implements Directory {

  final AtomicInteger discovers = new AtomicInteger();
  final AtomicInteger revisions = new AtomicInteger();
  private volatile Listing listing = new Listing(0, List.of());
  private volatile Optional<RuntimeException> failure = Optional.empty();
  private volatile Optional<CompletableFuture<Void>> gate = Optional.empty();

  void holds(Entry... entries) {
    listing = new Listing(listing.revision() + 1, List.of(entries));
  }

  /** Health: what is given changes, the revision does not. */
  void holdsUnseen(Entry... entries) {
    listing = new Listing(listing.revision(), List.of(entries));
  }

  void fails(String reason) {
    failure = Optional.of(new IllegalStateException(reason));
  }

  /** Answers only when the gate opens. */
  CompletableFuture<Void> hangs() {
    var closed = new CompletableFuture<Void>();
    gate = Optional.of(closed);
    return closed;
  }

  void works() {
    failure = Optional.empty();
    gate = Optional.empty();
  }

  int calls() {
    return discovers.get() + revisions.get();
  }

  @Override
  public Uni<Listing> discover(ServiceName service) {
    return answer(discovers).map(done -> listing);
  }

  @Override
  public Uni<Long> revision(ServiceName service) {
    return answer(revisions).map(done -> listing.revision());
  }

  private Uni<Boolean> answer(AtomicInteger counter) {
    counter.incrementAndGet();
    var answer = gate.map(closed -> Uni.createFrom().completionStage(closed::copy).map(open -> true)).orElseGet(() -> Uni.createFrom().item(true));
    return answer.chain(open -> failure.map(reason -> Uni.createFrom().<Boolean>failure(reason)).orElse(Uni.createFrom().item(open)));
  }
}
