package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private final Table table = new Table(List.of("a", "number"), List.of(List.of("long name", "1"), List.of("b", "")));

  @Test
  void columnsStandUnderEachOther() {
    assertThat(table.text()).containsExactly("a          number", "long name  1", "b");
  }

  @Test
  void markdownHasTheSameCells() {
    assertThat(table.markdown()).containsExactly("| a | number |", "| --- | --- |", "| long name | 1 |", "| b |  |");
  }

  @Test
  void aRowWithACellTooFewIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Table(List.of("a", "b"), List.of(List.of("1")))).withMessageContaining("2 cells");
  }
}
