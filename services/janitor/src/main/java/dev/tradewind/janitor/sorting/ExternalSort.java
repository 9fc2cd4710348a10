package dev.tradewind.janitor.sorting;

import dev.tradewind.core.Check;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Sorts however many things in little memory: as many as fit are sorted and written to a file; the files are merged. It holds that many things, and
 * one of each file. For one thread.
 */
public final class ExternalSort<T> implements AutoCloseable {

  // Each is an open file with a buffer while they are merged.
  private static final int MOST_FILES = 64;

  private final Path directory;
  private final int mostInMemory;
  private final Comparator<T> order;
  private final Form<T> form;
  private final List<T> memory = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();

  /**
   * @param directory where its files are while it works
   * @param mostInMemory things that are held at once, 1 or more
   */
  public ExternalSort(Path directory, int mostInMemory, Comparator<T> order, Form<T> form) {
    Check.that(mostInMemory > 0, "mostInMemory must be 1 or more, but is %d", mostInMemory);
    this.directory = Check.notNull(directory, "directory");
    this.mostInMemory = mostInMemory;
    this.order = Check.notNull(order, "order");
    this.form = Check.notNull(form, "form");
  }

  /** @throws UncheckedIOException when the disk is full */
  public void add(T thing) {
    memory.add(thing);
    if (memory.size() >= mostInMemory) {
      spill();
    }
  }

  /** Tells everything that was added, in order. */
  public void forEach(Consumer<T> consumer) {
    if (files.isEmpty()) {
      memory.sort(order);
      memory.forEach(consumer);
    } else {
      spill();
      merge(consumer);
    }
  }

  private void spill() {
    if (memory.isEmpty()) {
      return;
    }
    memory.sort(order);
    write(out -> memory.forEach(out));
    memory.clear();
    if (files.size() >= MOST_FILES) {
      var before = List.copyOf(files);
      write(this::merge);
      before.forEach(ExternalSort::delete);
      files.removeAll(before);
    }
  }

  private void write(Consumer<Consumer<T>> source) {
    try {
      var file = Files.createTempFile(directory, "sorted-", ".bin");
      try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
        source.accept(thing -> write(thing, out));
      } catch (IOException | RuntimeException failed) {
        delete(file);
        throw failed;
      }
      files.add(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to %s: give it more room".formatted(directory), e);
    }
  }

  private void write(T thing, DataOutputStream out) {
    try {
      form.write(thing, out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to %s: give it more room".formatted(directory), e);
    }
  }

  private void merge(Consumer<T> consumer) {
    var heads = new PriorityQueue<SortedFile<T>>(Comparator.comparing(SortedFile::head, order));
    var open = new ArrayList<SortedFile<T>>();
    try {
      for (var file : files) {
        var sorted = new SortedFile<>(file, form);
        open.add(sorted);
        if (sorted.next()) {
          heads.add(sorted);
        }
      }
      while (!heads.isEmpty()) {
        var least = heads.poll();
        consumer.accept(least.head());
        if (least.next()) {
          heads.add(least);
        }
      }
    } finally {
      open.forEach(SortedFile::close);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its files are gone. */
  @Override
  public void close() {
    memory.clear();
    files.forEach(ExternalSort::delete);
    files.clear();
  }
}
