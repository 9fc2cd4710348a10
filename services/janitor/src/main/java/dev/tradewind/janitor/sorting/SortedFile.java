package dev.tradewind.janitor.sorting;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One sorted file, read from its beginning. */
final class SortedFile<T> {

  private final Form<T> form;
  private final DataInputStream in;
  private final List<T> head = new ArrayList<>(1);

  SortedFile(Path file, Form<T> form) {
    this.form = form;
    try {
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The thing that was read last. */
  T head() {
    return head.getFirst();
  }

  /** Reads the next one; false when there is none. */
  boolean next() {
    head.clear();
    try {
      head.add(form.read(in));
      return true;
    } catch (EOFException end) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
