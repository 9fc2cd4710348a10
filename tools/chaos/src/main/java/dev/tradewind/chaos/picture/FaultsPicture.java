package dev.tradewind.chaos.picture;

import dev.tradewind.chaos.picture.Canvas.Anchor;
import java.util.Locale;
import java.util.Map;

/** How often what went wrong: a bar for each kind, the longest first. */
final class FaultsPicture {

  private static final int WIDTH = 640;
  private static final int LEFT = 150;
  private static final int TOP = 50;
  private static final int ACROSS = 410;
  private static final int ROW = 22;
  private static final int BAR = 14;

  private final Map<String, Long> counts;

  /** @param counts by the name of the fault, such as {@code ANSWER_LOST} */
  FaultsPicture(Map<String, Long> counts) {
    this.counts = counts;
  }

  String svg() {
    var bars = counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).toList();
    long all = bars.stream().mapToLong(Map.Entry::getValue).sum();
    long most = bars.isEmpty() ? 1 : Math.max(1, bars.getFirst().getValue());
    var canvas = new Canvas(WIDTH, TOP + bars.size() * ROW + 10, "Faults by kind");
    canvas.text(10, TOP - 22, Anchor.START, "%,d things that went wrong, by kind".formatted(all));
    for (int i = 0; i < bars.size(); i++) {
      double y = TOP + i * ROW;
      double length = (double) bars.get(i).getValue() / most * ACROSS;
      canvas.text(LEFT - 8, y + BAR - 3, Anchor.END, words(bars.get(i).getKey()));
      canvas.box(LEFT, y, length, BAR, Canvas.LINE);
      canvas.text(LEFT + length + 6, y + BAR - 3, Anchor.START, "%,d".formatted(bars.get(i).getValue()));
    }
    return canvas.svg();
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
