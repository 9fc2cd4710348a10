package dev.tradewind.catalog.domain;

import static dev.tradewind.testkit.DeciderSpec.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.catalog.domain.ProductCommand.Adopt;
import dev.tradewind.catalog.domain.ProductCommand.LookAgain;
import dev.tradewind.catalog.domain.ProductCommand.Put;
import dev.tradewind.catalog.domain.ProductEvent.Changed;
import dev.tradewind.catalog.domain.ProductEvent.Settled;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.testkit.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductDeciderTest {

  private static final Instant LATER = START.plusSeconds(60);
  private static final Instant LATER_STILL = START.plusSeconds(120);

  private final DeciderSpec<Product, ProductCommand, ProductEvent> nothing = DeciderSpec.of(new ProductDecider());
  private final ProductContent tea = new ProductContent("Tea", "Black.", true, List.of(new Money(499, "EUR"), new Money(429, "GBP")));
  private final ProductContent dearer = new ProductContent("Tea", "Black.", true, List.of(new Money(549, "EUR"), new Money(429, "GBP")));
  private final ProductContent withdrawn = new ProductContent("Tea", "Black.", false, List.of(new Money(549, "EUR"), new Money(429, "GBP")));
  private final ProductChanged sayTea = new ProductChanged("TEA", "Tea", "Black.", true, tea.prices(), List.of(), START);
  private final Changed toldTea = new Changed(sayTea, true);
  private final ProductChanged sayDearer = new ProductChanged("TEA", "Tea", "Black.", true, dearer.prices(), tea.prices(), LATER);
  private final Changed toldDearer = new Changed(sayDearer, true);

  @Test
  void a_new_product_is_told_whole() {
    nothing.when(put(tea))
        .thenEvents(toldTea).thenMessages(sayTea).thenWakesAt(START.plus(Duration.ofSeconds(30)))
        .thenState(product -> product.version() == 1 && product.content().orElseThrow().equals(tea));
  }

  @Test
  void a_price_change_tells_what_it_was_before_and_since_when_it_is_so() {
    nothing.given(toldTea).at(LATER).when(put(dearer)).thenEvents(toldDearer).thenMessages(sayDearer)
        .thenState(product -> product.version() == 2 && product.changedAt().equals(LATER));
  }

  @Test
  void a_change_of_anything_else_keeps_the_former_prices_and_their_time() {
    nothing.given(toldTea).at(LATER).given(toldDearer).at(LATER_STILL).when(put(withdrawn))
        .thenEvents(new Changed(new ProductChanged("TEA", "Tea", "Black.", false, dearer.prices(), tea.prices(), LATER), true));
  }

  @Test
  void what_is_so_already_is_not_told() {
    nothing.given(toldTea).at(LATER).when(put(tea)).thenNothing();
    nothing.given(toldTea).at(LATER).when(new Adopt("TEA", tea)).thenNothing();
  }

  @Test
  void the_order_of_prices_means_nothing() {
    var turned = new ProductContent("Tea", "Black.", true, List.of(new Money(429, "GBP"), new Money(499, "EUR")));

    assertThat(turned).isEqualTo(tea);
    nothing.given(toldTea).when(put(turned)).thenNothing();
  }

  @Test
  void a_row_of_an_import_needs_no_deadline_because_it_is_applied_until_it_is_done() {
    nothing.when(new Adopt("TEA", tea)).thenEvents(new Changed(sayTea, false)).thenMessages(sayTea).thenNeverWakes()
        .thenState(Product::settled);
    nothing.given(toldTea).at(LATER).when(new Adopt("TEA", dearer)).thenEvents(new Changed(sayDearer, false)).thenNeverWakes();
  }

  static List<Precondition> preconditionsThatAnOldProductOfVersion1Breaks() {
    return List.of(new Precondition.Absent(), new Precondition.Version(Set.of(2L)), new Precondition.Version(Set.of()));
  }

  @ParameterizedTest
  @MethodSource("preconditionsThatAnOldProductOfVersion1Breaks")
  void a_precondition_that_does_not_hold_refuses(Precondition only) {
    nothing.given(toldTea).when(new Put("TEA", dearer, only)).thenRefuses("precondition-failed");
    nothing.given(toldTea).when(new Put("TEA", tea, only)).thenRefuses("precondition-failed");
  }

  @Test
  void without_a_product_nothing_matches() {
    nothing.when(new Put("TEA", tea, new Precondition.Present())).thenRefuses("precondition-failed");
    nothing.when(new Put("TEA", tea, new Precondition.Version(Set.of(0L)))).thenRefuses("precondition-failed");
    nothing.when(new Put("TEA", tea, new Precondition.Absent())).thenEvents(toldTea);
  }

  @Test
  void a_precondition_that_holds_lets_the_change_through() {
    nothing.given(toldTea).at(LATER).when(new Put("TEA", dearer, new Precondition.Present())).thenEvents(toldDearer);
    nothing.given(toldTea).at(LATER).when(new Put("TEA", dearer, new Precondition.Version(Set.of(7L, 1L)))).thenEvents(toldDearer);
  }

  @Test
  void a_deadline_notes_once_that_all_was_told() {
    nothing.when(new LookAgain()).thenNothing();
    nothing.given(new Changed(sayTea, false)).when(new LookAgain()).thenNothing();
    nothing.given(toldTea).at(LATER).when(new LookAgain()).thenEvents(new Settled()).thenMessages().thenNeverWakes()
        .when(new LookAgain()).thenNothing();
  }

  @Test
  void the_version_is_that_of_what_was_told() {
    nothing.given(toldTea, new Settled()).at(LATER).when(put(dearer))
        .thenState("version 3 of the stream", product -> product.version() == 3 && product.changedAt().equals(LATER));
    nothing.given(toldTea).at(LATER).when(new LookAgain())
        .thenState("still version 1", product -> product.version() == 1 && product.changedAt().equals(START));
  }

  @Test
  void a_product_has_a_name_and_one_price_a_currency() {
    assertThatThrownBy(() -> new ProductContent(" ", "", true, tea.prices())).hasMessage("name must not be blank");
    assertThatThrownBy(() -> new ProductContent("Tea", "", true, List.of())).hasMessageContaining("prices must have at least one");
    assertThatThrownBy(() -> new ProductContent("Tea", "", true, List.of(new Money(1, "EUR"), new Money(2, "EUR"))))
        .hasMessage("prices must be one a currency");
  }

  private static Put put(ProductContent content) {
    return new Put("TEA", content, new Precondition.None());
  }
}
