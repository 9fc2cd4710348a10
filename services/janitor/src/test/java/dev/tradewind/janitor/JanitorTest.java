package dev.tradewind.janitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.archive.format.ArchiveKey;
import dev.tradewind.archive.format.Compaction;
import dev.tradewind.archive.format.ObjectStore.Content;
import dev.tradewind.janitor.domain.Counter;
import dev.tradewind.janitor.domain.Deed;
import dev.tradewind.janitor.domain.Kind;
import io.smallrye.mutiny.Multi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything between reading and reporting, with so little memory that all goes over the disk: each kind of drift is planted, and found. */
class JanitorTest {

  private static final Duration GRACE = Duration.ofMinutes(5);

  @TempDir
  private Path directory;

  private final List<String> progress = new ArrayList<>();
  private World world = World.healthy();

  private Report run() {
    return run(Optional.empty());
  }

  private Report run(Optional<Instant> since) {
    var task = new Task(since, GRACE, Optional.empty(), 100, 3);
    return new Janitor(world, Optional.of(world), world.store, Optional.of(() -> Multi.createFrom().iterable(world.ledger)), World.CODEC, directory,
        () -> World.NOW).run(task, progress::add);
  }

  private void finds(Kind kind, String where) {
    var report = run();
    assertThat(report.drift()).as("%s", report.findings()).isEqualTo(Map.of(kind, 1L));
    assertThat(report.findings()).singleElement().satisfies(finding -> assertThat(finding.where()).isEqualTo(where));
    assertThat(report.isGood()).isFalse();
  }

  @Test
  void a_healthy_platform_has_no_drift_and_everything_was_looked_at() throws IOException {
    var report = run();
    assertThat(report.findings()).isEmpty();
    assertThat(report.isGood()).isTrue();
    assertThat(report.counts()).containsEntry("commits in the journals", 21L).containsEntry("commits in the archive", 21L)
        .containsEntry("commits in the log", 21L).containsEntry("orders judged", 2L).containsEntry("products judged", 1L)
        .containsEntry("repeats in the archive", 0L).containsEntry("commits too young to be judged", 0L);
    assertThat(progress).contains("reading the journals", "reading the log", "reading the archive", "comparing");
    try (var files = Files.list(directory)) {
      assertThat(files).as("what was sorted on disk is gone").isEmpty();
    }
  }

  @Test
  void a_commit_that_never_came_to_the_archive() {
    world = world.withoutInArchive("shipment/o-1/1");
    assertThat(run().drift()).containsEntry(Kind.MISSING_IN_ARCHIVE, 1L);
    assertThat(run().findings()).anySatisfy(finding -> assertThat(finding.where()).isEqualTo("shipment/o-1/1"));
  }

  @Test
  void a_commit_that_never_came_to_the_log() {
    world.log.removeIf(commit -> commit.id().equals("order/o-1/2"));
    finds(Kind.MISSING_IN_LOG, "order/o-1/2");
  }

  @Test
  void a_commit_that_no_journal_has() {
    world.journal.removeIf(commit -> commit.id().equals("order/o-1/3"));
    finds(Kind.NOT_IN_JOURNAL, "order/o-1/3");
  }

  @Test
  void a_version_that_is_gone_from_the_middle_of_a_journal() {
    world.journal.removeIf(commit -> commit.id().equals("order/o-1/2"));
    assertThat(run().drift()).isEqualTo(Map.of(Kind.GAP, 1L, Kind.NOT_IN_JOURNAL, 1L));
  }

  @Test
  void a_commit_whose_content_was_changed() {
    world.journal.replaceAll(commit -> commit.id().equals("order/o-1/2") ? World.at(commit.at(), World.order("o-1", 2, "StepFailed.v1")) : commit);
    assertThat(run().drift()).isEqualTo(Map.of(Kind.CHANGED, 2L));
    assertThat(run().findings()).extracting(finding -> finding.what()).containsExactlyInAnyOrder(
        "the archive holds other content than the journal of orders", "the central log holds other content than the journal of orders");
  }

  @Test
  void a_repeat_is_counted_and_is_no_drift() {
    world.archive(world.log.stream().filter(commit -> commit.id().equals("payment/o-1/4")).toList());
    world.log.add(world.log.getLast());
    assertThat(run().isGood()).as("%s", run().findings()).isTrue();
    assertThat(run().counts()).containsEntry("repeats in the archive", 1L).containsEntry("commits in the archive", 21L);
  }

  @Test
  void what_is_on_its_way_is_not_judged() {
    world.journal.add(World.at(World.NOW.minus(GRACE).plusMillis(1), World.order("o-3", 1, "OrderPlaced.v1")));
    world.archive(List.of(World.at(World.NOW.minusSeconds(1), World.order("o-4", 1, "OrderPlaced.v1"))));
    var report = run();
    assertThat(report.isGood()).as("%s", report.findings()).isTrue();
    assertThat(report.counts()).containsEntry("commits too young to be judged", 2L);

    world.journal.add(World.at(World.NOW.minus(GRACE), World.order("o-5", 1, "OrderPlaced.v1")));
    assertThat(run().drift()).isEqualTo(Map.of(Kind.MISSING_IN_ARCHIVE, 1L, Kind.MISSING_IN_LOG, 1L));
  }

  @Test
  void what_was_made_before_the_time_asked_for_is_not_looked_for() {
    world = world.withoutInArchive("shipment/o-1/1");
    world.log.removeIf(commit -> commit.id().equals("shipment/o-1/1"));
    assertThat(run(Optional.of(World.BEGAN.plusSeconds(60))).isGood()).isTrue();
    assertThat(run(Optional.of(World.BEGAN.plusSeconds(1))).isGood()).isFalse();
  }

  @Test
  void a_token_of_no_order() {
    world.everywhere(World.stock("o-9", 1, "StockReserved"));
    world.counters.set(0, new Counter("kettle", 6, 10));
    finds(Kind.STOCK_WITHOUT_ORDER, "o-9");
  }

  @Test
  void an_order_that_was_captured_twice() {
    world.everywhere(World.payment("o-1", 5, "Captured.v1"));
    assertThat(run().drift()).containsEntry(Kind.CAPTURED_TWICE, 1L).containsEntry(Kind.CONFIRMED_WITHOUT_MONEY, 1L);
  }

  @Test
  void a_capture_that_only_the_provider_knows_of() {
    world.ledger.add(Deed.ofLedger("o-2", 7, World.BEGAN, "captured", 500));
    finds(Kind.LEDGER_DIFFERS, "o-2");
  }

  @Test
  void a_sum_of_stock_that_is_wrong() {
    world.counters.set(0, new Counter("kettle", 7, 10));
    finds(Kind.STOCK_SUM_WRONG, "kettle");
  }

  @Test
  void a_product_that_sells_right_now_is_not_summed_up() {
    world.counters.set(0, new Counter("kettle", 6, 10));
    world.journal.add(World.at(World.NOW.minusSeconds(1), World.stock("o-7", 1, "StockReserved")));
    assertThat(run().isGood()).as("%s", run().findings()).isTrue();
    assertThat(run().counts()).containsEntry("products that move now", 1L);
  }

  @Test
  void an_object_that_cannot_be_read_is_a_problem_and_the_rest_is_not_judged_by_half() {
    world.store.objects().keySet().stream().filter(key -> key.startsWith(ArchiveKey.EVENTS)).findFirst()
        .ifPresent(key -> world.store.objects().put(key, new Content(new byte[] {1}, "", Map.of())));
    var report = run();
    assertThat(report.problems()).singleElement().asString().contains("cannot be decompressed");
    assertThat(report.findings()).isEmpty();
    assertThat(report.isGood()).isFalse();
  }

  @Test
  void the_archive_is_tidied_up_and_holds_the_same_afterwards() {
    var compaction = new Compaction.Settings(Duration.ZERO, Duration.ZERO, 1 << 20);
    var task = new Task(Optional.empty(), GRACE, Optional.of(compaction), 100, 1_000);
    var janitor = new Janitor(world, Optional.of(world), world.store, Optional.empty(), World.CODEC, directory, () -> World.NOW);
    assertThat(janitor.run(task, progress::add).counts())
        .containsEntry("objects merged", 3L).containsEntry("objects they became", 1L).containsEntry("merged objects deleted", 3L);
    assertThat(run().isGood()).as("%s", run().findings()).isTrue();
    assertThat(run().counts()).containsEntry("commits in the archive", 21L);
  }
}
