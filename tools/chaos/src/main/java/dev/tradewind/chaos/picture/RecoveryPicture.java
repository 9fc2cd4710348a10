package dev.tradewind.chaos;

import dev.tradewind.chaos.recovery.Recovery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many of the orders that waited for a killed service had gone on so long after it was back, as SVG. */
final class RecoveryPicture {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 340;
  private static final int LEFT = 60;
  private static final int TOP = 40;
  private static final int ACROSS = 550;
  private static final int DOWN = 240;
  private static final int LINES = 5;

  private final Recovery recovery;
  private final double longest;
  private final List<String> shapes = new ArrayList<>();

  RecoveryPicture(Recovery recovery) {
    this.recovery = recovery;
    this.longest = Math.max(1, Math.ceil(seconds(recovery.max())));
  }

  String svg() {
    shapes.add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>".formatted(WIDTH, HEIGHT));
    text(LEFT, TOP - 16, "start", "orders that had gone on, of %,d that waited".formatted(recovery.affected()));
    for (int i = 0; i <= LINES; i++) {
      double share = (double) i / LINES;
      line(LEFT, y(share), LEFT + ACROSS, y(share), "#dddddd");
      text(LEFT - 6, y(share) + 4, "end", Math.round(share * 100) + " %");
      text(LEFT + share * ACROSS, TOP + DOWN + 18, "middle", String.format(Locale.ROOT, "%.1f s", share * longest));
    }
    text(LEFT + ACROSS / 2.0, TOP + DOWN + 38, "middle", "after the killed service was ready again");
    curve();
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\" %s>\n%s\n</svg>\n"
        .formatted(WIDTH, HEIGHT, "aria-label=\"Recovery after a kill\"", String.join("\n", shapes));
  }

  private void curve() {
    var points = new StringBuilder(point(0, 0));
    double before = 0;
    for (int i = 0; i < recovery.waits().size(); i++) {
      double at = seconds(recovery.waits().get(i));
      points.append(' ').append(point(at, before));
      before = (i + 1.0) / recovery.waits().size();
      points.append(' ').append(point(at, before));
    }
    shapes.add("<polyline points=\"%s\" fill=\"none\" stroke=\"#0b6e99\" stroke-width=\"2\"/>".formatted(points));
  }

  private String point(double seconds, double share) {
    return String.format(Locale.ROOT, "%.1f,%.1f", LEFT + seconds / longest * ACROSS, y(share));
  }

  private static double y(double share) {
    return TOP + DOWN * (1 - share);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  private void line(double fromX, double fromY, double toX, double toY, String colour) {
    shapes.add(String.format(Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>", fromX, fromY, toX, toY, colour));
  }

  private void text(double x, double y, String anchor, String text) {
    shapes.add(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#333333\">%s</text>", x, y, anchor, text));
  }
}
