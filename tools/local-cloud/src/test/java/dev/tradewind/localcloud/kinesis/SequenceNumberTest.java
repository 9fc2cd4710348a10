package dev.tradewind.localcloud.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SequenceNumberTest {

  private static final long NOW = 1_800_000_000_000L;

  @Test
  void it_has_56_digits_and_186_bits_with_version_and_shard_where_clients_look_for_them() {
    var number = new BigInteger(new SequenceNumber(NOW, 7, 3).toString());
    assertThat(number.toString()).hasSize(56);
    assertThat(number.bitLength()).isEqualTo(186);
    assertThat(number.shiftRight(184).intValue()).isEqualTo(2);
    assertThat(number.shiftRight(4).intValue()).isEqualTo(3);
  }

  @Test
  void it_is_read_as_it_was_written() {
    for (var number : List.of(new SequenceNumber(0, 0, 0), new SequenceNumber(NOW, 1, 9_999), new SequenceNumber(NOW, Long.MAX_VALUE >> 8, 1))) {
      assertThat(SequenceNumber.parse(number.toString())).contains(number);
    }
  }

  @Test
  void later_records_have_greater_numbers() {
    assertThat(List.of(new SequenceNumber(NOW, 1, 3), new SequenceNumber(NOW, 2, 3), new SequenceNumber(NOW, 1L << 40, 3),
        new SequenceNumber(NOW + 1, (1L << 40) + 1, 3)))
        .extracting(number -> new BigInteger(number.toString())).isSorted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "42", "-1", "LATEST", "49", "99999999999999999999999999999999999999999999999999999999",
      "999999999999999999999999999999999999999999999999999999999"})
  void what_is_none_is_not_read(String text) {
    assertThat(SequenceNumber.parse(text)).isEmpty();
  }

  @Test
  void a_number_with_other_bits_in_it_is_none_of_ours() {
    var other = new BigInteger(new SequenceNumber(NOW, 7, 3).toString()).add(BigInteger.ONE);
    assertThat(SequenceNumber.parse(other.toString())).isEmpty();
  }
}
