package dev.tradewind.bench;

import dev.tradewind.core.wire.LoggedCommit;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Every commit of every service that belongs to one order, as the log holds them.
 *
 * @param lines at least one, by time
 */
record Story(String orderId, List<Line> lines) {

  private static final String BEGINNING = "tradewind.orders.OrderPlaced.v1";
  private static final String END = "tradewind.orders.OrderDelivered.v1";

  /**
   * One commit.
   *
   * @param told types of the messages that were sent
   */
  record Line(Instant at, String text, List<String> told) {

    static Line of(String text, LoggedCommit commit) {
      return new Line(commit.at(), text, commit.messages().stream().map(LoggedCommit.Entry::type).toList());
    }
  }

  Story {
    lines = lines.stream().sorted(Comparator.comparing(Line::at)).toList();
  }

  /** Whether it was placed and delivered. */
  boolean isWhole() {
    return tells(BEGINNING) && tells(END);
  }

  private boolean tells(String type) {
    return lines.stream().anyMatch(line -> line.told().contains(type));
  }

  /** The same of another order, line by line. */
  List<String> of(String otherId) {
    return lines.stream().map(line -> line.text().replace(orderId, otherId)).toList();
  }
}
