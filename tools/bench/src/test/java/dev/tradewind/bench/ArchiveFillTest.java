package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.archive.format.ArchiveReader;
import dev.tradewind.archive.format.Audit;
import dev.tradewind.archive.format.InMemoryStore;
import dev.tradewind.archive.format.Span;
import dev.tradewind.core.wire.LoggedCommit;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchiveFillTest {

  private static final int COMMITS_OF_AN_ORDER = 4;

  private final InMemoryStore store = new InMemoryStore(1_000);
  private final EventArchive archive = new EventArchive(store, () -> { });
  private final ArchiveFill fill = new ArchiveFill(archive, List.of(story("o-1"), story("o-2")));

  @Test
  void everyOrderIsThereWithEachOfItsCommitsOnce() {
    assertThat(fill.upTo(250)).isEqualTo(250 * COMMITS_OF_AN_ORDER);

    List<LoggedCommit> read = new ArchiveReader(store, EventArchive.CODEC).commits(Span.all()).collect().asList().await().indefinitely();
    assertThat(read).hasSize(250 * COMMITS_OF_AN_ORDER);
    assertThat(read.stream().collect(Collectors.groupingBy(commit -> commit.cause().correlationId(), Collectors.counting())))
        .hasSize(250).allSatisfy((order, commits) -> assertThat(commits).isEqualTo(COMMITS_OF_AN_ORDER));
  }

  @Test
  void whatItAddsIsAnArchiveWithoutFault() {
    fill.upTo(250);

    Audit.Findings found = new Audit(store).run().await().indefinitely();
    assertThat(found.problems()).isEmpty();
    assertThat(found.records()).isEqualTo(250 * COMMITS_OF_AN_ORDER);
  }

  @Test
  void itGoesOnWhereItWas() {
    fill.upTo(100);
    int objects = found().objects();

    assertThat(fill.upTo(100)).isEqualTo(100 * COMMITS_OF_AN_ORDER);
    assertThat(found().objects()).isEqualTo(objects);
    assertThat(fill.upTo(101)).isEqualTo(101 * COMMITS_OF_AN_ORDER);
    assertThat(found().problems()).isEmpty();
  }

  @Test
  void commitsOfManyOrdersAreMixedAsTheyWouldBe() {
    fill.upTo(100);

    var first = archive.lines(archive.objects(Span.all().from()).getFirst()).stream().limit(60).map(line -> EventArchive.CODEC.read(line)).toList();
    assertThat(first).extracting(LoggedCommit::service).contains("inventory").contains("orders");
    assertThat(first.subList(0, 30)).extracting(commit -> commit.cause().correlationId()).doesNotHaveDuplicates();
  }

  @Test
  void withoutAnExampleThereIsNothingToFillItWith() {
    assertThatThrownBy(() -> new ArchiveFill(archive, List.of())).isInstanceOf(BenchException.class).hasMessageContaining("from its beginning to its end");
  }

  private Audit.Findings found() {
    return new Audit(store).run().await().indefinitely();
  }

  private static Story story(String id) {
    return new Story(id, LoggedOrder.whole(id, LoggedOrder.NOON).stream()
        .map(line -> Story.Line.of(line, EventArchive.CODEC.read(line))).toList());
  }
}
