package dev.tradewind.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemSizeTest {

  @ParameterizedTest
  @CsvSource({"1, 2", "1022, 2", "1023, 2", "1024, 4", "2047, 4", "2048, 6"})
  void a_transaction_costs_two_units_for_each_started_kibibyte(int characters, long units) {
    // The name of the attribute is one byte more.
    assertThat(ItemSize.transactionalWriteUnits(text(characters))).isEqualTo(units);
  }

  @Test
  void names_and_texts_count_as_utf8() {
    assertThat(ItemSize.bytes(Map.of("name", AttributeValue.fromS("Kö")))).isEqualTo(4 + 3);
  }

  @ParameterizedTest
  @CsvSource({"7, 2", "12, 2", "123, 3", "1000000, 2", "-45, 2", "1764000000123, 8"})
  void numbers_take_a_byte_for_two_significant_digits_and_one_more(String number, int bytes) {
    assertThat(ItemSize.bytes(Map.of("n", AttributeValue.fromN(number)))).isEqualTo(1 + bytes);
  }

  @Test
  void what_is_never_written_here_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ItemSize.bytes(Map.of("b", AttributeValue.fromBool(true))))
        .withMessageContaining("BOOL");
  }

  private static Map<String, AttributeValue> text(int characters) {
    return Map.of("a", AttributeValue.fromS("x".repeat(characters)));
  }
}
