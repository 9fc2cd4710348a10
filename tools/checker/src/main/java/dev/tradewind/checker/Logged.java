package dev.tradewind.checker;

import java.util.List;

/**
 * What the central log holds of a stream.
 *
 * @param service whose journal the stream is in
 * @param id such as {@code order/…}
 * @param records in any order; what was put several times is listed once
 */
public record Logged(String service, String id, List<Entry> records) {

  public Logged {
    records = List.copyOf(records);
  }

  /**
   * A commit as it was put.
   *
   * @param content as {@link Stream.Commit#content}
   */
  public record Entry(long version, Object content) {}
}
