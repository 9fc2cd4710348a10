package dev.tradewind.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectoryTest {

  private final Directory first = Directory.first("TEA", "us-1", 2);

  @Test
  void another_receipt_in_the_same_warehouse_changes_nothing() {
    assertThat(first.receiving("us-1", 2)).isSameAs(first);
  }

  @Test
  void a_new_warehouse_comes_after_those_that_were_there() {
    var second = first.receiving("ap-1", 1);

    assertThat(second.version()).isEqualTo(2);
    assertThat(second.warehouses().keySet()).containsExactly("us-1", "ap-1");
    assertThat(second.counters()).containsExactly(
        new CounterKey("TEA", "us-1", 0), new CounterKey("TEA", "us-1", 1), new CounterKey("TEA", "ap-1", 0));
  }

  @Test
  void shards_are_added_when_more_are_configured_and_never_taken_away() {
    assertThat(first.receiving("us-1", 8).counters("us-1")).hasSize(8);
    assertThat(first.receiving("us-1", 1).counters("us-1")).hasSize(2);
  }

  @Test
  void a_product_without_a_warehouse_is_refused() {
    assertThatThrownBy(() -> new Directory("TEA", 1, new java.util.LinkedHashMap<>())).hasMessage("the directory of TEA names no warehouse");
  }
}
