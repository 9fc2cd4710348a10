package dev.tradewind.insights.domain;

import dev.tradewind.core.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which sales are asked for.
 *
 * @param from sold at this time or later
 * @param to sold before this time
 * @param sku of this product
 * @param region in this region
 */
public record SalesQuery(Grain grain, Instant from, Instant to, Optional<String> sku, Optional<String> region) {

  /**
   * Partitions that are read side by side, each between two positions.
   *
   * @param low this one or later
   * @param below before this one
   */
  public record Span(List<String> partitions, String low, String below) {}

  /** Put behind a text, it is behind that text and before every other that is. */
  private static final String LEAST = " ";

  public SalesQuery {
    Check.notNull(grain, "grain");
    Times.check(from);
    Times.check(to);
    Check.that(from.isBefore(to), "from must be before to");
  }

  /**
   * What is to be read, one period after the other. The step that {@code from} is in counts whole, and so does that of {@code to} when it began
   * before.
   *
   * @param after the position where the page before ended
   */
  public List<Span> spans(Optional<Position> after) {
    var first = grain.start(from);
    var low = after.map(position -> position.text() + LEAST).filter(text -> text.compareTo(first.toString()) > 0);
    var spans = new ArrayList<Span>();
    for (var at = low.map(SalesQuery::time).orElse(first); at.isBefore(to); at = grain.nextPeriod(at)) {
      spans.add(new Span(partitions(at), low.orElse(first.toString()), below()));
    }
    return spans;
  }

  private List<String> partitions(Instant inPeriod) {
    return sku.map(one -> List.of(Slot.partition(grain, inPeriod, one))).orElseGet(() -> Slot.partitions(grain, inPeriod));
  }

  /** Behind every position of a step that begins before {@code to}, and before every other. */
  private String below() {
    var last = grain.start(to);
    return (last.isBefore(to) ? last.plusSeconds(1) : last).toString();
  }

  private static Instant time(String position) {
    return Instant.parse(position.substring(0, position.indexOf('/')));
  }
}
