package dev.tradewind.inventory.domain;

import static dev.tradewind.inventory.domain.Stock.TRACE;
import static dev.tradewind.inventory.domain.Stock.cause;
import static dev.tradewind.inventory.domain.Stock.reservation;
import static dev.tradewind.inventory.domain.Stock.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.inventory.StockRejected;
import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.contracts.inventory.StockSold;
import dev.tradewind.core.Message;
import dev.tradewind.inventory.domain.Token.State;
import dev.tradewind.inventory.domain.TokenDecision.Keep;
import dev.tradewind.inventory.domain.TokenDecision.Replace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final Instant LATER = NOON.plusSeconds(60);

  private static final Reservation ASKED = reservation("o-1", units(3, "TEA"), units(1, "CUP"));
  private static final List<Allocation> TAKEN = List.of(
      new Allocation(new CounterKey("TEA", "eu-1", 0), 2),
      new Allocation(new CounterKey("TEA", "us-1", 0), 1),
      new Allocation(new CounterKey("CUP", "eu-1", 0), 1));

  private static final Token RESERVED = Token.reserved(ASKED, TAKEN, NOON);
  private static final Token REJECTED = Token.rejected(ASKED, new Rejection(Rejection.OUT_OF_STOCK, List.of("TEA")), NOON);
  private static final Token TOMBSTONE = Token.tombstone("o-1", cause("order/o-1/4/0"), NOON);

  @Nested
  class When_nothing_is_recorded_of_the_order {

    @Test
    void an_undo_leaves_a_tombstone_and_gives_nothing_back() {
      var decision = TokenDecision.release(Optional.empty(), "o-1", cause("order/o-1/4/0"), NOON);

      assertThat(decision).isEqualTo(new Replace(TOMBSTONE, List.of()));
      assertThat(TOMBSTONE.state()).isEqualTo(State.RELEASED);
      assertThat(TOMBSTONE.answerToRelease().orElseThrow().data()).isEqualTo(new StockReleased("o-1"));
    }

    @Test
    void a_confirmation_changes_nothing_and_says_nothing() {
      assertThat(TokenDecision.sell(Optional.empty(), cause("order/o-1/9/0"), NOON)).isEqualTo(new Keep(Optional.empty()));
    }
  }

  @Nested
  class When_stock_is_reserved {

    @Test
    void the_answer_names_every_product_once_with_all_its_units() {
      assertThat(RESERVED.answerToReserve().data()).isEqualTo(new StockReserved("o-1", List.of(units(3, "TEA"), units(1, "CUP"))));
    }

    @Test
    void the_envelope_follows_from_the_token_alone() {
      assertThat(RESERVED.answerToReserve()).isEqualTo(new Message("stock/o-1/1/0", "/tradewind/inventory", "stock/o-1", 1, NOON,
          "order/o-1/1/0", "o-1", TRACE, Optional.empty(), new StockReserved("o-1", List.of(units(3, "TEA"), units(1, "CUP")))));
    }

    @Test
    void an_undo_gives_every_unit_back_to_where_it_came_from() {
      var decision = (Replace) TokenDecision.release(Optional.of(RESERVED), "o-1", cause("order/o-1/4/0"), LATER);

      assertThat(decision.givenBack()).isEqualTo(TAKEN);
      assertThat(decision.next().state()).isEqualTo(State.RELEASED);
      assertThat(decision.next().version()).isEqualTo(2);
      assertThat(decision.next().answerToRelease().orElseThrow()).isEqualTo(new Message("stock/o-1/2/0", "/tradewind/inventory",
          "stock/o-1", 2, LATER, "order/o-1/4/0", "o-1", TRACE, Optional.empty(), new StockReleased("o-1")));
    }

    @Test
    void a_confirmation_sells_it_and_moves_no_units() {
      var decision = (Replace) TokenDecision.sell(Optional.of(RESERVED), cause("order/o-1/9/0"), LATER);

      assertThat(decision.givenBack()).isEmpty();
      assertThat(decision.next().state()).isEqualTo(State.SOLD);
      assertThat(decision.next().answerToConfirm().orElseThrow().data())
          .isEqualTo(new StockSold("o-1", List.of(units(3, "TEA"), units(1, "CUP"))));
    }

    @Test
    void a_late_repeat_of_the_command_is_told_the_same_after_whatever_came_later() {
      var sold = RESERVED.changed(State.SOLD, cause("order/o-1/9/0"), LATER);
      var released = sold.changed(State.RELEASED, cause("order/o-1/11/0"), LATER);

      assertThat(released.answerToReserve()).isEqualTo(sold.answerToReserve()).isEqualTo(RESERVED.answerToReserve());
    }
  }

  @Nested
  class When_the_order_was_rejected {

    @Test
    void the_answer_says_why() {
      assertThat(REJECTED.answerToReserve().data()).isEqualTo(new StockRejected("o-1", "out-of-stock", List.of("TEA")));
    }

    @Test
    void an_undo_changes_nothing_and_is_told_that_nothing_is_set_aside() {
      var decision = (Keep) TokenDecision.release(Optional.of(REJECTED), "o-1", cause("order/o-1/4/0"), LATER);

      assertThat(decision.answer().orElseThrow().data()).isEqualTo(new StockReleased("o-1"));
    }

    @Test
    void a_confirmation_changes_nothing_and_says_nothing() {
      assertThat(TokenDecision.sell(Optional.of(REJECTED), cause("order/o-1/9/0"), LATER)).isEqualTo(new Keep(Optional.empty()));
    }
  }

  @Nested
  class When_the_undo_came_first {

    @Test
    void the_late_do_fails() {
      assertThat(TOMBSTONE.answerToReserve().data()).isEqualTo(new StockRejected("o-1", "released", List.of()));
    }

    @Test
    void a_second_undo_is_told_the_same_and_changes_nothing() {
      var second = (Keep) TokenDecision.release(Optional.of(TOMBSTONE), "o-1", cause("order/o-1/5/0"), LATER);

      assertThat(second.answer()).isEqualTo(TOMBSTONE.answerToRelease());
    }
  }

  @Nested
  class When_it_was_sold {

    private final Token sold = RESERVED.changed(State.SOLD, cause("order/o-1/9/0"), LATER);

    @Test
    void the_same_confirmation_is_told_the_same_again() {
      assertThat(TokenDecision.sell(Optional.of(sold), cause("order/o-1/9/0"), LATER.plusSeconds(1)))
          .isEqualTo(new Keep(sold.answerToConfirm()));
    }

    @Test
    void an_undo_still_gives_everything_back() {
      var decision = (Replace) TokenDecision.release(Optional.of(sold), "o-1", cause("order/o-1/11/0"), LATER);

      assertThat(decision.givenBack()).isEqualTo(TAKEN);
      assertThat(decision.next().version()).isEqualTo(3);
    }

    @Test
    void a_confirmation_after_the_undo_says_what_it_said_before_and_sells_nothing() {
      var released = sold.changed(State.RELEASED, cause("order/o-1/11/0"), LATER);

      assertThat(TokenDecision.sell(Optional.of(released), cause("order/o-1/9/0"), LATER)).isEqualTo(new Keep(sold.answerToConfirm()));
    }
  }

  @Test
  void different_answers_never_share_an_id() {
    var sold = RESERVED.changed(State.SOLD, cause("c"), LATER);
    for (var token : List.of(RESERVED, REJECTED, TOMBSTONE, sold, sold.changed(State.RELEASED, cause("d"), LATER),
        RESERVED.changed(State.RELEASED, cause("e"), LATER))) {
      var answers = new ArrayList<Message>(List.of(token.answerToReserve()));
      token.answerToRelease().ifPresent(answers::add);
      token.answerToConfirm().ifPresent(answers::add);
      var byId = new HashMap<String, Message>();
      answers.forEach(answer -> byId.merge(answer.id(), answer, (a, b) -> {
        throw new AssertionError("two answers are called " + answer.id());
      }));
      assertThat(byId.values()).allSatisfy(answer -> assertThat(answer.id()).startsWith("stock/o-1/" + answer.sequence() + "/"));
    }
  }

  @Test
  void a_token_without_a_change_is_refused() {
    assertThatThrownBy(() -> new Token("o-1", List.of(), Optional.empty(), List.of()))
        .hasMessage("the token of order o-1 needs a first change");
  }
}
