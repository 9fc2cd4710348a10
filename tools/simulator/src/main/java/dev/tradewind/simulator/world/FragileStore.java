package dev.tradewind.simulator.world;

import dev.tradewind.archive.format.ObjectStore;
import dev.tradewind.log.InMemoryShard;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;

/** A bucket as a reader of the log meets it: a write may fail, or happen without an answer, and the reader may die before or after it. */
final class FragileStore implements ObjectStore {

  private final World world;
  private final InMemoryShard shard;
  private final ObjectStore bucket;

  FragileStore(World world, InMemoryShard shard, ObjectStore bucket) {
    this.world = world;
    this.shard = shard;
    this.bucket = bucket;
  }

  @Override
  public Uni<Void> put(String key, Content content) {
    return write("put " + key, () -> bucket.put(key, content));
  }

  @Override
  public Uni<Boolean> replace(String key, Content content, Optional<String> tag) {
    return write("replace " + key, () -> bucket.replace(key, content, tag));
  }

  @Override
  public Uni<Void> delete(String key) {
    return write("delete " + key, () -> bucket.delete(key));
  }

  @Override
  public Uni<Optional<Stored>> get(String key) {
    return bucket.get(key);
  }

  @Override
  public Uni<Page> list(String prefix, String after) {
    return bucket.list(prefix, after);
  }

  private <T> Uni<T> write(String what, Supplier<Uni<T>> effect) {
    return Uni.createFrom().deferred(() -> {
      var fate = world.fate();
      if (fate.strikes(Fault.WRITE_FAILED)) {
        return Uni.createFrom().failure(Failure.NOTHING_HAPPENED);
      }
      if (fate.strikes(Fault.CRASH_BEFORE)) {
        shard.killBeforeStep(0);
      }
      T answer = shard.step(what, () -> effect.get().await().indefinitely());
      if (fate.strikes(Fault.CRASH_AFTER)) {
        shard.killBeforeStep(0);
      }
      return fate.strikes(Fault.ANSWER_LOST) ? Uni.createFrom().failure(Failure.NO_ANSWER) : Uni.createFrom().item(answer);
    });
  }
}
