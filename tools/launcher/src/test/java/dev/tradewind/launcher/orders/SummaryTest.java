package dev.tradewind.launcher.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.launcher.orders.PlannedOrder.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private final ObjectMapper json = new ObjectMapper();
  private final Tally tally = new Tally();

  @Test
  void onlyDeliveredOrdersCountAsCapturedAndTheOthersMustNetToNothing() throws Exception {
    Summary summary = summary(List.of(
        ended(1, "a", End.DELIVERED, End.DELIVERED, 500), ended(2, "b", End.CANCELLED, End.CANCELLED, 900), ended(3, "c", End.REJECTED, End.REJECTED, 300)),
        "{\"net\":{\"a\":{\"EUR\":500},\"b\":{\"EUR\":0},\"another\":{\"EUR\":77}}}");

    assertThat(summary.addsUp()).isTrue();
    assertThat(summary.captured()).isEqualTo(Map.of("EUR", 500L));
    assertThat(summary.ledger()).contains(Map.of("EUR", 500L));
    assertThat(summary.counts()).isEqualTo(Map.of("DELIVERED", Map.of("DELIVERED", 1), "CANCELLED", Map.of("CANCELLED", 1),
        "REJECTED", Map.of("REJECTED", 1)));
  }

  @Test
  void aCancelledOrderThatIsStillChargedIsASurprise() throws Exception {
    assertThat(summary(List.of(ended(7, "b", End.CANCELLED, End.CANCELLED, 900)), "{\"net\":{\"b\":{\"EUR\":900}}}").surprises()).containsExactly(
        "line 7, order b: the order is CANCELLED, so the provider should hold EUR 0.00 for it, and holds EUR 9.00");
  }

  @Test
  void aDeliveredOrderThatTheBooksDoNotKnowIsASurprise() throws Exception {
    assertThat(summary(List.of(ended(7, "b", End.DELIVERED, End.DELIVERED, 900)), "{\"net\":{}}").surprises()).singleElement().asString()
        .contains("should hold EUR 9.00 for it, and holds EUR 0.00");
  }

  @Test
  void anOrderCapturedTwiceIsASurpriseEvenWhenTheAmountsAgree() throws Exception {
    assertThat(summary(List.of(ended(7, "b", End.DELIVERED, End.DELIVERED, 900)),
        "{\"net\":{\"b\":{\"EUR\":900}},\"anomalies\":{\"moreThanOneCapture\":[\"b\"]}}").surprises())
        .containsExactly("line 7, order b: the provider captured it more than once");
  }

  @Test
  void ordersWithoutAnEndAreCountedAndNeverAddUp() throws Exception {
    PlannedOrder plan = plan(4, End.DELIVERED);
    Summary summary = summary(List.of(new OrderResult.Unfinished(plan, "x", "PLACED"), new OrderResult.NotAccepted(plan, "no")), "{}");

    assertThat(summary.addsUp()).isFalse();
    assertThat(summary.count("unfinished")).isEqualTo(1);
    assertThat(summary.count("not accepted")).isEqualTo(1);
    assertThat(summary.surprises()).hasSize(2);
  }

  @Test
  void theReportIsATableWithAColumnForEachOutcomeThereIs() throws Exception {
    tally.accepted(Duration.ofMillis(12));
    List<String> lines = Report.lines(summary(List.of(
        ended(1, "a", End.DELIVERED, End.DELIVERED, 500), ended(2, "b", End.DELIVERED, End.CANCELLED, 900)), "{\"net\":{\"a\":{\"EUR\":500}}}"));

    assertThat(lines).startsWith("2 orders in 4.0 s, 0.5 a second", "",
        "expected                   DELIVERED     CANCELLED",
        "DELIVERED                          1             1",
        "all                                1             1");
    assertThat(lines).contains("captured   EUR 5.00 by the orders' account", "           EUR 5.00 by the provider's", "ended      none", "1 surprise(s):");
    assertThat(lines).anyMatch(line -> line.startsWith("accepted   p50 12 ms"));
  }

  @Test
  void aLongListOfSurprisesIsCutForPeopleAndWholeForPrograms() throws Exception {
    List<OrderResult> results = new ArrayList<>();
    for (int i = 1; i <= 25; i++) {
      results.add(new OrderResult.NotAccepted(plan(i, End.DELIVERED), "no"));
    }
    Summary summary = summary(results, "{}");

    assertThat(Report.lines(summary)).last().isEqualTo("  and 5 more; --json lists all");
    assertThat(json.readTree(Report.json(summary)).path("surprises")).hasSize(25);
  }

  @Test
  void moneyIsShownInTheCurrencysOwnDigits() {
    assertThat(new Money(123_456, "EUR")).hasToString("EUR 1234.56");
    assertThat(new Money(123_456, "JPY")).hasToString("JPY 123456");
    assertThat(Summary.money(Map.of())).isEqualTo("nothing");
  }

  private Summary summary(List<OrderResult> results, String ledger) throws Exception {
    return Summary.of(results, Duration.ofSeconds(4), tally, 0, Optional.of(new Ledger(json.readTree(ledger))));
  }

  private OrderResult ended(int line, String id, End expected, End actual, long total) {
    return new OrderResult.Ended(plan(line, expected), id, actual, "", new Money(total, "EUR"), Duration.ofSeconds(1));
  }

  private PlannedOrder plan(int line, End expected) {
    return new PlannedOrder(line, "key-" + line, json.createObjectNode(), Set.of(expected), Optional.empty());
  }
}
