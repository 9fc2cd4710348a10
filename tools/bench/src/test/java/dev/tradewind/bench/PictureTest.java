package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class PictureTest {

  private static final String OURS = "#0b6e99";
  private static final String THEIRS = "#c8501e";

  private final String svg = new Picture(Samples.results()).svg();

  @Test
  void itIsXml() {
    assertThatCode(() -> DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))).doesNotThrowAnyException();
  }

  @Test
  void everyContenderHasAPointForEachRatePercentileAndPanel() {
    assertThat(circles(OURS, OURS)).hasSize(2 * 2 * 2);
    assertThat(circles(THEIRS, THEIRS).size() + circles(THEIRS, "#ffffff").size()).isEqualTo(2 * 2 * 2);
  }

  @Test
  void aPointIsHollowWhereAContenderFellBehind() {
    assertThat(circles(THEIRS, "#ffffff")).hasSize(4);
    assertThat(circles(OURS, "#ffffff")).isEmpty();
  }

  @Test
  void everythingIsInsideTheFrame() {
    List<Double> heights = Pattern.compile(" (?:cy|y1|y2|y)=\"([-\\d.]+)\"").matcher(svg).results().map(PictureTest::number).toList();
    List<Double> widths = Pattern.compile(" (?:cx|x1|x2|x)=\"([-\\d.]+)\"").matcher(svg).results().map(PictureTest::number).toList();

    assertThat(heights).isNotEmpty().allMatch(height -> height >= 0 && height <= 420);
    assertThat(widths).isNotEmpty().allMatch(width -> width >= 0 && width <= 900);
  }

  @Test
  void slowerIsHigher() {
    Results quickThenSlow = Samples.results(List.of(Samples.run(Contender.TRADEWIND, 1, 60, true)));
    List<Double> medianThenTail = Pattern.compile("<circle cx=\"[\\d.]+\" cy=\"([\\d.]+)\"").matcher(new Picture(quickThenSlow).svg()).results()
        .map(PictureTest::number).toList();

    // The accept panel comes first: two medians, then two 99th percentiles.
    assertThat(medianThenTail.get(0)).isGreaterThan(medianThenTail.get(2));
  }

  @Test
  void onlyWhoWasMeasuredIsInTheLegend() {
    assertThat(svg).contains("Tradewind, median").contains("peer, 99th percentile");
    assertThat(new Picture(Samples.results(List.of(Samples.run(Contender.TRADEWIND, 1, 60, true)))).svg()).doesNotContain("peer");
  }

  private List<MatchResult> circles(String stroke, String fill) {
    return Pattern.compile("<circle [^>]*stroke=\"%s\" fill=\"%s\"/>".formatted(stroke, fill)).matcher(svg).results().toList();
  }

  private static double number(MatchResult match) {
    return Double.parseDouble(match.group(1));
  }
}
