package dev.tradewind.partners.ledger;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An append-only list with an index by order. Not thread-safe: the one event loop of the process owns it.
 *
 * @param <E> what is recorded
 */
public final class Ledger<E extends Entry> implements AutoCloseable {

  private final Optional<LedgerFile> file;
  private final List<E> entries = new ArrayList<>();
  private final Map<String, List<E>> byOrder = new LinkedHashMap<>();

  private Ledger(Optional<LedgerFile> file) {
    this.file = file;
  }

  /** A ledger that ends with the process. */
  public static <E extends Entry> Ledger<E> inMemory() {
    return new Ledger<>(Optional.empty());
  }

  /**
   * A ledger that survives a restart.
   *
   * @param path the file, made when missing
   * @param reader turns a stored line back into an entry
   * @throws IOException when the file cannot be used: unreadable, held by another process, or damaged before its last line
   */
  public static <E extends Entry> Ledger<E> inFile(Path path, Function<JsonObject, E> reader) throws IOException {
    var file = LedgerFile.open(path);
    var ledger = new Ledger<E>(Optional.of(file));
    try {
      file.replay(line -> ledger.remember(reader.apply(line)));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
    return ledger;
  }

  /** Records an entry; when this returns, a restart will find it. */
  public void append(E entry) {
    if (entry.sequence() != nextSequence()) {
      throw new IllegalArgumentException("entry.sequence must be " + nextSequence() + ", not " + entry.sequence());
    }
    file.ifPresent(f -> f.append(entry.stored()));
    remember(entry);
  }

  public long nextSequence() {
    return entries.size() + 1L;
  }

  /** Every entry, oldest first: a view that grows. */
  public List<E> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** The entries about one order, oldest first. */
  public List<E> about(String reference) {
    return Collections.unmodifiableList(byOrder.getOrDefault(reference, List.of()));
  }

  /** The entries of each order, oldest first, in the order in which orders appeared: a view that grows. */
  public Map<String, List<E>> byOrder() {
    return Collections.unmodifiableMap(byOrder);
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }

  private void remember(E entry) {
    entries.add(entry);
    entry.about().ifPresent(order -> byOrder.computeIfAbsent(order, o -> new ArrayList<>(4)).add(entry));
  }
}
