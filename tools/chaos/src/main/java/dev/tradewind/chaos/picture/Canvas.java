package dev.tradewind.chaos.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An SVG on white, with a plot somewhere in it. Colours are as in CSS. */
final class Canvas {

  static final String INK = "#333333";
  static final String GRID = "#dddddd";
  static final String LINE = "#0b6e99";
  static final String OTHER_LINE = "#c8501e";

  private final int width;
  private final int height;
  private final String title;
  private final List<String> shapes = new ArrayList<>();

  /** @param title for those who cannot see it */
  Canvas(int width, int height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
    box(0, 0, width, height, "#ffffff");
  }

  /** Where a text stands, seen from its position. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  void box(double x, double y, double boxWidth, double boxHeight, String colour) {
    shape("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", x, y, boxWidth, boxHeight, colour);
  }

  void line(double fromX, double fromY, double toX, double toY, String colour) {
    shape("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>", fromX, fromY, toX, toY, colour);
  }

  void dashes(double fromX, double fromY, double toX, double toY, String colour) {
    shape("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-dasharray=\"5 4\"/>", fromX, fromY, toX, toY, colour);
  }

  /** @param points each made by {@link #point} */
  void curve(List<String> points, String colour) {
    shape("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", String.join(" ", points), colour);
  }

  static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
  }

  void text(double x, double y, Anchor anchor, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    shape("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>", x, y, anchor.name().toLowerCase(Locale.ROOT), INK, escaped);
  }

  private void shape(String format, Object... values) {
    shapes.add(String.format(Locale.ROOT, format, values));
  }

  String svg() {
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\" "
        + "aria-label=\"%s\">\n%s\n</svg>\n").formatted(width, height, title, String.join("\n", shapes));
  }
}
