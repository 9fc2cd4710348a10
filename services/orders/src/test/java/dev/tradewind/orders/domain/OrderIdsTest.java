package dev.tradewind.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An id given today must be given again in ten years: these were computed by another implementation of version 5. */
class OrderIdsTest {

  @ParameterizedTest
  @CsvSource({
    "c-1,         key-1,        2bac7820-f492-59be-9de6-5d1c331b5b4f",
    "ab,          c,            c6fe59da-61fe-5b72-bbd3-19a7db1b1b98",
    "a,           bc,           2bf75b91-2529-546d-84ac-9949e0340485",
    "'',          x,            dd61067d-1f0d-5ceb-b4dd-9ec935a7b386",
    "customer_42, ORDER/2026/☕, b25dd39f-ea54-5dd1-8d1b-ec14a316da2d"
  })
  void an_id_follows_from_customer_and_key_and_nothing_else(String customer, String key, String id) {
    assertThat(OrderIds.of(customer, key)).isEqualTo(id).isEqualTo(OrderIds.of(customer, key));
  }

  @Test
  void the_longest_key_has_an_id_too() {
    assertThat(OrderIds.of("c-1", "k".repeat(200))).isEqualTo("2cc677f1-1f39-52e2-abfb-4a6881ed7eb9");
  }

  @Test
  void it_is_a_version_5_uuid_of_the_usual_variant() {
    var id = UUID.fromString(OrderIds.of("c-1", "key-1"));
    assertThat(id.version()).isEqualTo(5);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void where_the_customer_ends_and_the_key_begins_matters() {
    assertThat(OrderIds.of("ab", "c")).isNotEqualTo(OrderIds.of("a", "bc"));
    assertThat(OrderIds.of("a", "1:b")).isNotEqualTo(OrderIds.of("a:1", "b"));
  }

  @Test
  void many_orders_have_many_ids() {
    var ids = new HashSet<String>();
    for (int customer = 0; customer < 100; customer++) {
      for (int key = 0; key < 100; key++) {
        ids.add(OrderIds.of("c-" + customer, "k-" + key));
      }
    }
    assertThat(ids).hasSize(10_000);
  }

  @Test
  void a_stream_is_named_after_its_order() {
    assertThat(OrderIds.stream("o-1")).hasToString("order/o-1");
  }
}
