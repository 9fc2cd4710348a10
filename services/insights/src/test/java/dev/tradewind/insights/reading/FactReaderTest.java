package dev.tradewind.insights.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.insights.domain.Placement;
import dev.tradewind.insights.domain.Sale;
import dev.tradewind.insights.domain.Told;
import dev.tradewind.log.Batch;
import dev.tradewind.log.LogRecord;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactReaderTest {

  private final List<Sale> sales = new ArrayList<>();
  private final List<Placement> placements = new ArrayList<>();
  private final List<Parked> parked = new ArrayList<>();
  private final Told order = Told.order("c-1", 0, "TEA", "MUG");

  private final FactReader<Sale> ofSales = new FactReader<>(
      ReaderName.SALES, Facts.sales(), found -> Uni.createFrom().voidItem().invoke(() -> sales.addAll(found)), Records.remembering(parked));
  private final FactReader<Placement> ofPlacements = new FactReader<>(
      ReaderName.FRAUD, Facts.placements(), found -> Uni.createFrom().voidItem().invoke(() -> placements.addAll(found)), Records.remembering(parked));

  private static Batch batch(List<LogRecord> records) {
    return new Batch("shardId-000000000000", Optional.empty(), records);
  }

  private static Batch batch(String... records) {
    return batch(Records.of(List.of(records)));
  }

  @Test
  void each_reader_takes_the_facts_it_wants() {
    var batch = batch(order.placedRecord(), order.confirmedRecord());
    ofSales.accept(batch).await().indefinitely();
    ofPlacements.accept(batch).await().indefinitely();

    assertThat(sales).containsExactly(order.sale());
    assertThat(placements).singleElement().satisfies(placed -> {
      assertThat(placed.orderId()).isEqualTo(order.id());
      assertThat(placed.at()).isEqualTo(order.placed());
      assertThat(placed.total()).isEqualTo(order.document("PLACED").total());
      assertThat(placed.news().id()).isEqualTo("order/" + order.id() + "/1/0");
      assertThat(placed.news().correlationId()).isEqualTo(order.id());
    });
    assertThat(parked).isEmpty();
  }

  @Test
  void what_other_services_put_into_the_log_is_passed_over() {
    var record = order.confirmedRecord().replace("tradewind/orders", "tradewind/payments")
        .replace("tradewind.orders.Committed", "tradewind.payments.Committed");
    ofSales.accept(batch(record)).await().indefinitely();

    assertThat(sales).isEmpty();
    assertThat(parked).isEmpty();
  }

  @Test
  void an_event_that_is_not_asked_for_may_be_as_broken_as_it_likes() {
    ofPlacements.accept(batch(order.confirmedRecord().replace("\"TEA\"", "\"\""))).await().indefinitely();

    assertThat(parked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '!', value = {"!\"TEA\"!,!\"tea\"!,sku must be", "!\"DE\"!,!\"Germany\"!,country must be", "!\"lines\"!,!\"rows\"!,",
      "!\"quantity\":1!,!\"quantity\":0!,", "!\"amount\"!,!\"amuont\"!,", "!\"orderId\"!,!\"id\"!,"})
  void a_record_that_cannot_be_understood_is_parked_with_its_reason_and_the_others_go_on(String text, String broken, String reason) {
    var other = Told.order("c-2", 1, "MAP");
    ofSales.accept(batch(order.confirmedRecord().replace(text, broken), other.confirmedRecord())).await().indefinitely();

    assertThat(sales).containsExactly(other.sale());
    assertThat(parked).singleElement().satisfies(record -> {
      assertThat(record.reader()).isEqualTo(ReaderName.SALES);
      assertThat(record.sequenceNumber()).endsWith("0");
      assertThat(record.reason()).contains(reason == null ? "" : reason).isNotBlank();
    });
  }

  @Test
  void neither_text_that_is_no_commit_nor_bytes_that_are_no_text_hold_anybody_up() {
    ofSales.accept(batch(List.of(Records.record(0, new byte[] {(byte) 0xC3, 0x28}), Records.record(1, new byte[0]),
        Records.of(List.of("", "", order.confirmedRecord())).getLast()))).await().indefinitely();

    assertThat(sales).containsExactly(order.sale());
    assertThat(parked).extracting(Parked::reason).first().isEqualTo("not UTF-8");
    assertThat(parked).hasSize(2);
  }

  @Test
  void a_batch_fails_when_its_facts_cannot_be_taken_or_a_record_cannot_be_parked() {
    var refusing = new FactReader<>(ReaderName.SALES, Facts.sales(), found -> Uni.createFrom().failure(new IllegalStateException("away")),
        record -> Uni.createFrom().failure(new IllegalStateException("full")));

    assertThatThrownBy(() -> refusing.accept(batch(order.confirmedRecord())).await().indefinitely()).hasMessage("away");
    assertThatThrownBy(() -> refusing.accept(batch("no commit")).await().indefinitely()).hasMessage("full");
  }
}
