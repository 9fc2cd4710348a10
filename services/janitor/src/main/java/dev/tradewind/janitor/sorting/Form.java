package dev.tradewind.janitor.sorting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How a thing is written to a file and read back. */
public interface Form<T> {

  void write(T thing, DataOutput out) throws IOException;

  T read(DataInput in) throws IOException;
}
