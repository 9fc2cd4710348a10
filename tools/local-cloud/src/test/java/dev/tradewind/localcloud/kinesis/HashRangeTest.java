package dev.tradewind.localcloud.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HashRangeTest {

  private static final BigInteger LAST = BigInteger.TWO.pow(128).subtract(BigInteger.ONE);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void every_key_is_in_exactly_one_range(int count) {
    var ranges = HashRange.split(count);
    assertThat(ranges).hasSize(count);
    assertThat(ranges.getFirst().first()).isZero();
    assertThat(ranges.getLast().last()).isEqualTo(LAST);
    for (int i = 1; i < count; i++) {
      assertThat(ranges.get(i).first()).isEqualTo(ranges.get(i - 1).last().add(BigInteger.ONE));
    }
  }

  @Test
  void the_key_of_a_text_is_its_md5_as_a_number_without_sign() {
    assertThat(HashRange.keyOf("a")).isEqualTo(new BigInteger("0cc175b9c0f1b6a831c399e269772661", 16));
    assertThat(HashRange.keyOf("e")).isEqualTo(new BigInteger("e1671797c52e15f763380b45e841ec32", 16));
  }

  @Test
  void a_range_holds_both_its_ends() {
    var range = new HashRange(BigInteger.TWO, BigInteger.TEN);
    assertThat(range.holds(BigInteger.TWO)).isTrue();
    assertThat(range.holds(BigInteger.TEN)).isTrue();
    assertThat(range.holds(BigInteger.ONE)).isFalse();
    assertThat(range.holds(BigInteger.valueOf(11))).isFalse();
  }

  @Test
  void an_explicit_key_is_a_number_of_128_bits() {
    assertThat(HashRange.explicitKey("0")).isZero();
    assertThat(HashRange.explicitKey(LAST.toString())).isEqualTo(LAST);
    for (var wrong : new String[] {"-1", LAST.add(BigInteger.ONE).toString(), "a"}) {
      assertThat(catchThrowableOfType(KinesisException.class, () -> HashRange.explicitKey(wrong))).hasMessageContaining(wrong);
    }
  }
}
