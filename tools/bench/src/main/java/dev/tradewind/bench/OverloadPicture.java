package dev.tradewind.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What was offered to the gateway against what it served, and what it refused, as SVG: the medians of all runs. A grey line is all that was offered. */
final class OverloadPicture {

  static final String FILE = "overload.svg";

  private static final int WIDTH = 620;
  private static final int HEIGHT = 380;
  private static final int LEFT = 70;
  private static final int TOP = 30;
  private static final int PLOT_WIDTH = 520;
  private static final int PLOT_HEIGHT = 270;
  private static final int LINES = 5;

  private record Point(double offered, double value) {}

  private final EdgeResults results;
  private final List<String> shapes = new ArrayList<>();
  private final double highest;

  OverloadPicture(EdgeResults results) {
    this.results = results;
    this.highest = points(Reads.Outcome::offered).stream().mapToDouble(Point::offered).max().orElse(1) * 1.05;
  }

  String svg() {
    shapes.add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>".formatted(WIDTH, HEIGHT));
    for (int i = 0; i <= LINES; i++) {
      double value = highest * i / LINES;
      line(new Point(0, value), new Point(highest, value), "#dddddd");
      text(LEFT - 8, y(value) + 4, "end", "%.0f".formatted(value));
      text(x(value), TOP + PLOT_HEIGHT + 18, "middle", "%.0f".formatted(value));
    }
    text(LEFT + PLOT_WIDTH / 2.0, TOP + PLOT_HEIGHT + 38, "middle", "composed orders offered a second");
    line(new Point(0, 0), new Point(highest, highest), "#999999");
    curve(Reads.Outcome::good, "#0b6e99");
    curve(Reads.Outcome::refused, "#c8501e");
    legend(LEFT, "#0b6e99", "served");
    legend(LEFT + 120, "#c8501e", "refused at once");
    legend(LEFT + 280, "#999999", "offered");
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\" %s>\n%s\n</svg>\n"
        .formatted(WIDTH, HEIGHT, "aria-label=\"Offered load against what was served\"", String.join("\n", shapes));
  }

  private List<Point> points(ToDoubleFunction<Reads.Outcome> figure) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < results.runs().getFirst().overload().size(); i++) {
      int step = i;
      points.add(new Point(median(step, Reads.Outcome::offered), median(step, figure)));
    }
    return points;
  }

  private double median(int step, ToDoubleFunction<Reads.Outcome> figure) {
    return Spread.of(results.runs().stream().map(run -> figure.applyAsDouble(run.overload().get(step))).toList()).median();
  }

  private void curve(ToDoubleFunction<Reads.Outcome> figure, String colour) {
    List<Point> points = points(figure);
    for (int i = 0; i < points.size(); i++) {
      if (i > 0) {
        line(points.get(i - 1), points.get(i), colour);
      }
      shapes.add(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>", x(points.get(i).offered()), y(points.get(i).value()), colour));
    }
  }

  private void legend(int x, String colour, String text) {
    shapes.add("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"/>".formatted(x, HEIGHT - 12, x + 24, HEIGHT - 12, colour));
    text(x + 30, HEIGHT - 8, "start", text);
  }

  private double x(double offered) {
    return LEFT + offered / highest * PLOT_WIDTH;
  }

  private double y(double value) {
    return TOP + PLOT_HEIGHT * (1 - value / highest);
  }

  private void line(Point from, Point to, String colour) {
    shapes.add(String.format(Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"1.5\"/>", x(from.offered()),
        y(from.value()), x(to.offered()), y(to.value()), colour));
  }

  private void text(double x, double y, String anchor, String text) {
    shapes.add(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#333333\">%s</text>", x, y, anchor, text));
  }
}
