package dev.tradewind.bench;

import dev.tradewind.bench.Latencies.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Latency against load as SVG: one panel for the 202 and one for CONFIRMED, the median solid and the 99th percentile dashed, a bar from the
 * lowest run to the highest, and a hollow point where a contender fell behind. Time runs in powers of ten.
 */
final class Picture {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 420;
  private static final Plot LEFT = new Plot(60, 50, 365, 290);
  private static final Plot RIGHT = new Plot(505, 50, 365, 290);
  private static final List<Integer> TICKS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000);
  private static final Map<Contender, String> COLOURS = Map.of(Contender.TRADEWIND, "#0b6e99", Contender.PEER, "#c8501e");

  private record Plot(int x, int y, int width, int height) {}

  private record Point(int rate, Spread millis, boolean keptUp) {}

  private final Results results;
  private final List<String> shapes = new ArrayList<>();
  private final double highestRate;
  private final double lowest;
  private final double highest;

  Picture(Results results) {
    this.results = results;
    List<SteadyLoad.Outcome> outcomes = results.runs().stream().flatMap(run -> run.steady().stream()).toList();
    highestRate = outcomes.stream().mapToInt(SteadyLoad.Outcome::ratePerSecond).max().orElse(1) * 1.08;
    double fastest = outcomes.stream().mapToDouble(outcome -> outcome.accept().p50()).min().orElse(1);
    double slowest = outcomes.stream().mapToDouble(outcome -> Math.max(outcome.accept().p99(), outcome.confirmed().p99())).max().orElse(1);
    lowest = TICKS.reversed().stream().filter(tick -> tick <= fastest).findFirst().orElse(1);
    highest = TICKS.stream().filter(tick -> tick >= slowest && tick > lowest).findFirst().orElse(TICKS.getLast());
  }

  String svg() {
    shapes.add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>".formatted(WIDTH, HEIGHT));
    panel(LEFT, "accepted (202)", SteadyLoad.Outcome::accept);
    panel(RIGHT, "CONFIRMED, by the time written with it", SteadyLoad.Outcome::confirmed);
    legend();
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\" %s>\n%s\n</svg>\n"
        .formatted(WIDTH, HEIGHT, "aria-label=\"Latency against load\"", String.join("\n", shapes));
  }

  private void panel(Plot plot, String title, Function<SteadyLoad.Outcome, Percentiles> which) {
    text(plot.x(), plot.y() - 20, "start", title, "bold");
    TICKS.stream().filter(tick -> tick >= lowest && tick <= highest).forEach(tick -> {
      line(plot.x(), y(plot, tick), plot.x() + plot.width(), y(plot, tick), "#dddddd", "");
      text(plot.x() - 6, y(plot, tick) + 4, "end", tick < 1_000 ? tick + " ms" : tick / 1_000 + " s", "normal");
    });
    results.runs().stream().flatMap(run -> run.steady().stream()).map(SteadyLoad.Outcome::ratePerSecond).distinct().forEach(rate ->
        text(x(plot, rate), plot.y() + plot.height() + 18, "middle", Integer.toString(rate), "normal"));
    text(plot.x() + plot.width() / 2.0, plot.y() + plot.height() + 36, "middle", "orders a second", "normal");
    for (Contender contender : results.contenders()) {
      curve(plot, contender, which, Percentiles::p50, "");
      curve(plot, contender, which, Percentiles::p99, " stroke-dasharray=\"5 4\"");
    }
  }

  private void curve(Plot plot, Contender contender, Function<SteadyLoad.Outcome, Percentiles> which, ToDoubleFunction<Percentiles> figure, String dash) {
    String colour = COLOURS.get(contender);
    List<Point> points = points(contender, which, figure);
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      double x = x(plot, point.rate());
      if (i > 0) {
        line(x(plot, points.get(i - 1).rate()), y(plot, points.get(i - 1).millis().median()), x, y(plot, point.millis().median()), colour, dash);
      }
      line(x, y(plot, point.millis().min()), x, y(plot, point.millis().max()), colour, "");
      shapes.add(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" stroke=\"%s\" fill=\"%s\"/>", x, y(plot, point.millis().median()),
          colour, point.keptUp() ? colour : "#ffffff"));
    }
  }

  private List<Point> points(Contender contender, Function<SteadyLoad.Outcome, Percentiles> which, ToDoubleFunction<Percentiles> figure) {
    Digest digest = new Digest(results.of(contender));
    return digest.rates().stream().map(rate -> digest.at(rate, which, figure).map(millis -> new Point(rate, millis, digest.keptUp(rate))))
        .flatMap(Optional::stream).toList();
  }

  private void legend() {
    int x = LEFT.x();
    for (Contender contender : results.contenders()) {
      for (String percentile : List.of("median", "99th percentile")) {
        line(x, HEIGHT - 15, x + 28, HEIGHT - 15, COLOURS.get(contender), percentile.equals("median") ? "" : " stroke-dasharray=\"5 4\"");
        text(x + 34, HEIGHT - 11, "start", contender.title() + ", " + percentile, "normal");
        x += 200;
      }
    }
  }

  private double x(Plot plot, double rate) {
    return plot.x() + rate / highestRate * plot.width();
  }

  private double y(Plot plot, double millis) {
    double share = (Math.log(Math.max(lowest, millis)) - Math.log(lowest)) / (Math.log(highest) - Math.log(lowest));
    return plot.y() + plot.height() * (1 - Math.min(1, share));
  }

  private void line(double fromX, double fromY, double toX, double toY, String colour, String more) {
    shapes.add(String.format(Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"1.5\"%s/>", fromX, fromY, toX,
        toY, colour, more));
  }

  private void text(double x, double y, String anchor, String text, String weight) {
    shapes.add(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-weight=\"%s\" fill=\"#333333\">%s</text>", x, y, anchor, weight, text));
  }
}
