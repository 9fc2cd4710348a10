package dev.tradewind.insights.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.insights.FraudSuspected;
import dev.tradewind.insights.domain.SuspicionEvent.Suspected;
import dev.tradewind.testkit.DeciderSpec;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuspicionDeciderTest {

  private final Told order = Told.order("c-1", 0, "TEA").named("o-1");
  private final Finding finding = new Finding(order.placement(), FraudRule.VELOCITY, "too many");
  private final Suspected suspected = new Suspected("o-1", "c-1", Told.NOON, "velocity", "too many");
  private final DeciderSpec<Suspicion, Suspect, SuspicionEvent> spec = DeciderSpec.of(new SuspicionDecider());

  @Test
  void the_first_finding_is_told() {
    spec.when(new Suspect(finding))
        .thenEvents(suspected)
        .thenMessages(new FraudSuspected("o-1", "c-1", List.of("velocity"), "too many"));
  }

  @Test
  void the_same_finding_again_changes_nothing() {
    spec.given(suspected).when(new Suspect(finding)).thenNothing();
  }

  @Test
  void each_order_and_rule_has_a_stream_of_its_own() {
    assertThat(Suspicion.stream(finding)).hasToString("suspicion/o-1/velocity");
    assertThat(Suspicion.stream(new Finding(order.placement(), FraudRule.AMOUNT, "x"))).hasToString("suspicion/o-1/amount");
  }
}
