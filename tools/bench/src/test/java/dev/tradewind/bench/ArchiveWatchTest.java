package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.archive.format.ArchiveKey;
import dev.tradewind.archive.format.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ArchiveWatchTest {

  private final InMemoryStore store = new InMemoryStore(1);
  private final EventArchive archive = new EventArchive(store, () -> { });

  @Test
  void whatComesIsFoundWithTheTimeAtWhichItWasListed() throws InterruptedException {
    Instant began = Instant.now();
    try (ArchiveWatch watch = new ArchiveWatch(archive)) {
      write(1, LoggedOrder.whole("o-1", Instant.now()));
      Awaitility.await().until(() -> watch.found().lag().count() == 4);
      write(2, List.of(LoggedOrder.line("orders", "order/o-2", 1, "o-2", Instant.now(), "tradewind.orders.OrderPlaced.v1")));
      watch.lookOnceMore();

      ArchivedCommits found = watch.found();
      assertThat(found.lag().count()).isEqualTo(5);
      assertThat(found.lag().max()).isLessThanOrEqualTo(Duration.between(began, Instant.now()).toMillis() + 1.0);
      assertThat(found.stories()).extracting(Story::orderId).containsExactly("o-1");
    }
  }

  @Test
  void aLookThatFindsTheSameAgainDoesNotSeeItLater() throws InterruptedException {
    try (ArchiveWatch watch = new ArchiveWatch(archive)) {
      write(1, List.of(LoggedOrder.line("orders", "order/o-1", 1, "o-1", Instant.now(), "tradewind.orders.OrderPlaced.v1")));
      watch.lookOnceMore();
      double first = watch.found().lag().max();
      watch.lookOnceMore();

      assertThat(watch.found().lag().max()).isEqualTo(first);
    }
  }

  private void write(long number, List<String> lines) {
    String sequence = Long.toString(number);
    archive.write(new ArchiveKey(Instant.now().truncatedTo(ChronoUnit.HOURS), "shardId-000000000000", sequence, sequence), lines);
  }
}
