package dev.tradewind.archive.format;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bucket whose user may be killed before each change, and where something may happen between any two calls. */
final class FragileStore implements ObjectStore {

  /** Whoever used the bucket is dead. */
  static final class Killed extends RuntimeException {}

  final InMemoryStore bucket;
  final List<String> changes = new ArrayList<>();
  private int lives = Integer.MAX_VALUE;
  private Runnable between = () -> {};

  FragileStore() {
    this(new InMemoryStore(3));
  }

  FragileStore(InMemoryStore bucket) {
    this.bucket = bucket;
  }

  FragileStore killBeforeChange(int n) {
    lives = n;
    return this;
  }

  /** It happens before each call; calls that it makes itself pass undisturbed. */
  FragileStore between(Runnable happens) {
    between = happens;
    return this;
  }

  private void change(String what) {
    if (lives-- <= 0) {
      throw new Killed();
    }
    changes.add(what);
  }

  private void elsewhere() {
    var happens = between;
    between = () -> {};
    happens.run();
    between = happens;
  }

  @Override
  public Uni<Void> put(String key, Content content) {
    return Uni.createFrom().deferred(() -> {
      elsewhere();
      change("put " + key);
      return bucket.put(key, content);
    });
  }

  @Override
  public Uni<Boolean> replace(String key, Content content, Optional<String> tag) {
    return Uni.createFrom().deferred(() -> {
      elsewhere();
      change("replace " + key);
      return bucket.replace(key, content, tag);
    });
  }

  @Override
  public Uni<Void> delete(String key) {
    return Uni.createFrom().deferred(() -> {
      elsewhere();
      change("delete " + key);
      return bucket.delete(key);
    });
  }

  @Override
  public Uni<Optional<Stored>> get(String key) {
    return Uni.createFrom().deferred(() -> {
      elsewhere();
      return bucket.get(key);
    });
  }

  @Override
  public Uni<Page> list(String prefix, String after) {
    return Uni.createFrom().deferred(() -> {
      elsewhere();
      return bucket.list(prefix, after);
    });
  }
}
