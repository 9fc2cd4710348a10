package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchivedCommitsTest {

  private static final Instant NOON = LoggedOrder.NOON;

  private final ArchivedCommits commits = new ArchivedCommits(NOON);

  @Test
  void lagIsFromTheCommitUntilItsObjectWasSeen() {
    add(line("o-1", NOON), Duration.ofMillis(800));
    add(line("o-2", NOON.plusSeconds(9)), Duration.ofMillis(400));

    assertThat(commits.lag().count()).isEqualTo(2);
    assertThat(commits.lag().p50()).isEqualTo(400.1);
    assertThat(commits.lag().max()).isEqualTo(800.3);
  }

  @Test
  void aCommitThatComesTwiceIsThereWhenItIsThereFirst() {
    add(line("o-1", NOON), Duration.ofMillis(100));
    add(line("o-1", NOON), Duration.ofMillis(9_000));

    assertThat(commits.lag().count()).isEqualTo(1);
    assertThat(commits.lag().max()).isLessThan(101);
  }

  @Test
  void whatWasMadeBeforeAnybodyWatchedIsNotMeasured() {
    add(line("o-1", NOON.minusMillis(1)), Duration.ofMillis(100));

    assertThat(commits.lag().count()).isZero();
    assertThat(commits.sizes().records()).isZero();
  }

  @Test
  void sizesAreThoseOfTheRecordsRoundedUpOneByOne() {
    String small = line("o-1", NOON);
    String large = line("o-2" + "x".repeat(1_100), NOON);
    add(small, Duration.ZERO);
    add(large, Duration.ZERO);

    assertThat(small.length()).isLessThan(1_024);
    assertThat(large.length()).isBetween(2 * 1_024, 5 * 1_024);
    assertThat(commits.sizes().largestBytes()).isEqualTo(large.length());
    assertThat(commits.sizes().meanBytes()).isEqualTo((small.length() + large.length()) / 2.0);
    assertThat(commits.sizes().meanStartedKib()).isEqualTo((1 + Math.ceilDiv(large.length(), 1_024)) / 2.0);
  }

  @Test
  void onlyOrdersOfWhichEverythingWasSeenAreStories() {
    LoggedOrder.whole("o-1", NOON).forEach(line -> add(line, Duration.ofSeconds(1)));
    LoggedOrder.whole("o-2", NOON.minusSeconds(1)).forEach(line -> add(line, Duration.ofSeconds(1)));

    assertThat(commits.stories()).extracting(Story::orderId).containsExactly("o-1");
  }

  private void add(String line, Duration lag) {
    var commit = EventArchive.CODEC.read(line);
    commits.add(line, commit, commit.at().plus(lag));
  }

  private static String line(String order, Instant at) {
    return LoggedOrder.line("orders", "order/" + order, 1, order, at, "tradewind.orders.OrderPlaced.v1");
  }
}
