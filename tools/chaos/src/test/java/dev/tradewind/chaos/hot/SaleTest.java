package dev.tradewind.chaos.hot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.chaos.hot.Sale.Answer;
import dev.tradewind.chaos.hot.Sale.Bound;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaleTest {

  private static final Answer FIRST = new Answer(true, 1);
  private static final Answer SECOND = new Answer(true, 2);
  private static final Answer REFUSED = new Answer(false, 3);

  @Test
  void allUnitsToTheFirstAndNoneToTheOthersIsAsItShouldBe() {
    assertThat(sale(2, 3, 0, FIRST, SECOND, REFUSED).held()).isTrue();
  }

  @Test
  void moreBuyersServedThanUnitsIsNot() {
    assertThat(sale(1, 3, 0, FIRST, SECOND, REFUSED).held()).isFalse();
  }

  @Test
  void unitsLeftOverAreNot() {
    assertThat(sale(3, 3, 1, FIRST, SECOND, REFUSED).held()).isFalse();
  }

  @Test
  void aCounterThatShowsOthersThanWereNotSoldIsNot() {
    assertThat(sale(2, 3, 1, FIRST, SECOND, REFUSED).held()).isFalse();
  }

  @Test
  void aBuyerWithoutAnAnswerIsNot() {
    assertThat(sale(2, 4, 0, FIRST, SECOND, REFUSED).held()).isFalse();
  }

  @Test
  void aBuyerWhoWasRefusedBeforeAnotherWasServedWasRefusedFalsely() {
    Sale sale = sale(2, 3, 0, FIRST, new Answer(true, 4), REFUSED);
    assertThat(sale.falselyRefused()).isEqualTo(1);
    assertThat(sale.held()).isFalse();
  }

  @Test
  void fewerBuyersThanUnitsAllGetOne() {
    assertThat(sale(5, 2, 3, FIRST, SECOND).held()).isTrue();
  }

  @Test
  void howTheBoundOfOneKeyActedIsTold() {
    assertThat(sale(1, 1, 0, FIRST).toString()).contains("bound of 50 write units a second", "17 writes were refused", "3 units were left");
  }

  private static Sale sale(long units, long buyers, long left, Answer... answers) {
    return Sale.of(units, buyers, left, List.of(answers), new Bound(50, 17, 3), Duration.ZERO);
  }
}
