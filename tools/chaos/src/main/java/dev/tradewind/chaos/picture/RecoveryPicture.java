package dev.tradewind.chaos.picture;

import dev.tradewind.chaos.picture.Canvas.Anchor;
import dev.tradewind.chaos.recovery.Recovery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many of the orders that waited for a killed service had gone on so long after it was back. */
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

  RecoveryPicture(Recovery recovery) {
    this.recovery = recovery;
    this.longest = Math.max(1, Math.ceil(seconds(recovery.max())));
  }

  String svg() {
    var canvas = new Canvas(WIDTH, HEIGHT, "Recovery after a kill");
    canvas.text(LEFT, TOP - 16, Anchor.START, "orders that had gone on, of %,d that waited".formatted(recovery.affected()));
    for (int i = 0; i <= LINES; i++) {
      double share = (double) i / LINES;
      canvas.line(LEFT, y(share), LEFT + ACROSS, y(share), Canvas.GRID);
      canvas.text(LEFT - 6, y(share) + 4, Anchor.END, Math.round(share * 100) + " %");
      canvas.text(LEFT + share * ACROSS, TOP + DOWN + 18, Anchor.MIDDLE, String.format(Locale.ROOT, "%.1f s", share * longest));
    }
    canvas.text(LEFT + ACROSS / 2.0, TOP + DOWN + 38, Anchor.MIDDLE, "after the killed service was ready again");
    canvas.curve(curve(), Canvas.LINE);
    return canvas.svg();
  }

  private List<String> curve() {
    var points = new ArrayList<>(List.of(point(0, 0)));
    double before = 0;
    for (int i = 0; i < recovery.waits().size(); i++) {
      double at = seconds(recovery.waits().get(i));
      points.add(point(at, before));
      before = (i + 1.0) / recovery.waits().size();
      points.add(point(at, before));
    }
    return points;
  }

  private String point(double seconds, double share) {
    return Canvas.point(LEFT + seconds / longest * ACROSS, y(share));
  }

  private static double y(double share) {
    return TOP + DOWN * (1 - share);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
