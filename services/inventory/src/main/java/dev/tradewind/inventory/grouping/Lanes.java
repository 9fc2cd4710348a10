package dev.tradewind.inventory.grouping;

import dev.tradewind.core.Check;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Lets wishes wait while a transaction that touches one of their products is under way, and then go together. Nobody waits for
 * company: with nothing under way a wish leaves at once. Nobody is overtaken either: a wish that waits keeps its products for itself.
 */
final class Lanes {

  private final int mostMembers;
  private final Function<List<Waiting>, Uni<Void>> transaction;

  private final List<Waiting> queue = new ArrayList<>();
  private final Set<String> busy = new HashSet<>();

  /** @param transaction settles every member, or fails; it is never run twice at once for one product */
  Lanes(int mostMembers, Function<List<Waiting>, Uni<Void>> transaction) {
    Check.that(mostMembers >= 1, "mostMembers starts at 1, but is %d", mostMembers);
    this.mostMembers = mostMembers;
    this.transaction = Check.notNull(transaction, "transaction");
  }

  void enter(Waiting waiting) {
    List<Batch> ready;
    synchronized (this) {
      queue.add(waiting);
      ready = depart();
    }
    ready.forEach(this::run);
  }

  private void run(Batch batch) {
    transaction.apply(batch.members).subscribe().with(
        done -> leave(batch),
        failure -> {
          batch.members.forEach(member -> member.fail(failure));
          leave(batch);
        });
  }

  private void leave(Batch batch) {
    List<Batch> ready;
    synchronized (this) {
      busy.removeAll(batch.skus);
      ready = depart();
    }
    ready.forEach(this::run);
  }

  /** Takes from the queue what can go now. */
  private List<Batch> depart() {
    if (queue.isEmpty()) {
      return List.of();
    }
    var closed = new HashSet<>(busy);
    var batches = new ArrayList<Batch>();
    var staying = new ArrayList<Waiting>();
    for (var waiting : queue) {
      if (!Collections.disjoint(closed, waiting.skus()) || !board(waiting, batches)) {
        closed.addAll(waiting.skus());
        staying.add(waiting);
      }
    }
    queue.clear();
    queue.addAll(staying);
    batches.forEach(batch -> busy.addAll(batch.skus));
    return batches;
  }

  /** Joins the batches that share a product with it; false when they would be too many, or hold one of its items already. */
  private boolean board(Waiting waiting, List<Batch> batches) {
    var merged = new Batch();
    var sharing = batches.stream().filter(batch -> !Collections.disjoint(batch.skus, waiting.skus())).toList();
    sharing.forEach(merged::addAll);
    if (merged.members.size() >= mostMembers || !Collections.disjoint(merged.keys, waiting.keys())) {
      return false;
    }
    merged.add(waiting);
    batches.removeAll(sharing);
    batches.add(merged);
    return true;
  }

  /** Wishes that go together, in the order in which they came. */
  private static final class Batch {

    private final List<Waiting> members = new ArrayList<>();
    private final Set<String> skus = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    private void add(Waiting waiting) {
      members.add(waiting);
      skus.addAll(waiting.skus());
      keys.addAll(waiting.keys());
    }

    private void addAll(Batch other) {
      other.members.forEach(this::add);
    }
  }
}
