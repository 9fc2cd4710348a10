package dev.tradewind.chaos.picture;

import dev.tradewind.chaos.picture.Canvas.Anchor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Orders that came to an end, second by second, beside what was asked for and what the platform can do; the outage is shaded. */
public final class OutagePicture {

  private static final int WIDTH = 820;
  private static final int HEIGHT = 360;
  private static final int LEFT = 60;
  private static final int TOP = 50;
  private static final int ACROSS = 740;
  private static final int DOWN = 240;
  private static final int LINES = 5;

  private final Series series;
  private final double seconds;
  private final double most;

  /**
   * What is drawn.
   *
   * @param endedPerSecond orders that came to an end, a number for each second
   * @param offered orders a second that were asked for, until nothing was
   * @param capacity orders a second
   * @param away from the beginning
   * @param back from the beginning
   * @param offeredUntil from the beginning
   */
  public record Series(List<Double> endedPerSecond, double offered, double capacity, Duration away, Duration back, Duration offeredUntil) {

    public Series {
      endedPerSecond = List.copyOf(endedPerSecond);
    }
  }

  public OutagePicture(Series series) {
    this.series = series;
    this.seconds = Math.max(1, series.endedPerSecond().size());
    double highest = series.endedPerSecond().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    this.most = Math.max(LINES, Math.ceil(Math.max(highest, series.offered()) * 1.05 / LINES) * LINES);
  }

  public String svg() {
    var canvas = new Canvas(WIDTH, HEIGHT, "Throughput before, during and after an outage of the payment provider");
    canvas.box(x(seconds(series.away())), TOP, x(seconds(series.back())) - x(seconds(series.away())), DOWN, "#f6dfd5");
    canvas.text(x((seconds(series.away()) + seconds(series.back())) / 2), TOP + 14, Anchor.MIDDLE, "provider away");
    for (int i = 0; i <= LINES; i++) {
      double share = (double) i / LINES;
      canvas.line(LEFT, y(share * most), LEFT + ACROSS, y(share * most), Canvas.GRID);
      canvas.text(LEFT - 6, y(share * most) + 4, Anchor.END, Long.toString(Math.round(share * most)));
      canvas.text(LEFT + share * ACROSS, TOP + DOWN + 18, Anchor.MIDDLE, Math.round(share * seconds) + " s");
    }
    canvas.dashes(x(0), y(series.offered()), x(seconds(series.offeredUntil())), y(series.offered()), Canvas.OTHER_LINE);
    canvas.dashes(x(0), y(series.capacity()), LEFT + ACROSS, y(series.capacity()), Canvas.INK);
    canvas.curve(curve(), Canvas.LINE);
    canvas.text(LEFT, TOP - 22, Anchor.START, "orders a second");
    legend(canvas, 0, Canvas.LINE, "came to an end");
    legend(canvas, 1, Canvas.OTHER_LINE, "asked for: %.1f".formatted(series.offered()));
    legend(canvas, 2, Canvas.INK, "capacity: %.1f".formatted(series.capacity()));
    return canvas.svg();
  }

  private void legend(Canvas canvas, int place, String colour, String text) {
    double x = LEFT + place * 200;
    double y = HEIGHT - 18;
    if (place == 0) {
      canvas.line(x, y, x + 28, y, colour);
    } else {
      canvas.dashes(x, y, x + 28, y, colour);
    }
    canvas.text(x + 34, y + 4, Anchor.START, text);
  }

  /** A second is drawn at its middle. */
  private List<String> curve() {
    return new ArrayList<>(IntStream.range(0, series.endedPerSecond().size())
        .mapToObj(i -> Canvas.point(x(i + 0.5), y(series.endedPerSecond().get(i)))).toList());
  }

  private double x(double second) {
    return LEFT + Math.min(second, seconds) / seconds * ACROSS;
  }

  private double y(double rate) {
    return TOP + DOWN * (1 - rate / most);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
