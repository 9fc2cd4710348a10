package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.bench.Milestones.Milestone;
import dev.tradewind.launcher.platform.Component;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContenderTest {

  @Test
  void bothHaveTheSameProcessesWithTheSameJvmOptions() {
    List<Component> ours = Contender.TRADEWIND.topology().components();
    List<Component> theirs = Contender.PEER.topology().components();

    assertThat(theirs).extracting(Component::name).isEqualTo(ours.stream().map(Component::name).toList());
    assertThat(theirs).extracting(Component::jvmOptions).isEqualTo(ours.stream().map(Component::jvmOptions).toList());
  }

  @Test
  void onlyTheServicesDiffer() {
    assertThat(Contender.PEER.topology().services()).hasSize(4)
        .allSatisfy(service -> assertThat(service.environment()).containsEntry("PEER_SERVICE", service.name()).containsKey("PEER_PARTNERS_URL"));
    assertThat(Contender.PEER.topology().component("local-cloud")).isEqualTo(Contender.TRADEWIND.topology().component("local-cloud"));
    assertThat(Contender.PEER.topology().component("partners")).isEqualTo(Contender.TRADEWIND.topology().component("partners"));
  }

  @ParameterizedTest
  @EnumSource(Contender.class)
  void theReportKnowsEveryProcess(Contender contender) {
    List<String> known = new ArrayList<>(Report.SERVICES);
    known.addAll(Report.STAND_INS);

    assertThat(known).containsAll(contender.topology().components().stream().map(Component::name).toList());
  }

  @Test
  void anOrderOfThePlatformIsConfirmedWhenTheCommitThatSaysSoWasMade() throws JsonProcessingException {
    assertThat(Contender.TRADEWIND.confirmedAt(history("StepCompleted", "OrderConfirmed"))).isEqualTo(Instant.parse("2026-01-01T00:00:02Z"));
  }

  @Test
  void aHistoryWithoutConfirmationIsAnError() throws JsonProcessingException {
    JsonNode cancelled = history("StepFailed", "OrderCancelled");

    assertThatThrownBy(() -> Contender.TRADEWIND.confirmedAt(cancelled)).isInstanceOf(BenchException.class).hasMessageContaining("o-1");
  }

  @Test
  void anOrderOfThePeerSaysItself() throws JsonProcessingException {
    assertThat(Contender.PEER.confirmedAt(json("{\"orderId\":\"o-1\",\"confirmedAt\":\"2026-01-01T00:00:02Z\"}"))).isEqualTo("2026-01-01T00:00:02Z");
    JsonNode cancelled = json("{\"orderId\":\"o-1\",\"state\":\"CANCELLED\"}");
    assertThatThrownBy(() -> Contender.PEER.confirmedAt(cancelled)).isInstanceOf(BenchException.class).hasMessageContaining("o-1");
  }

  @Test
  void theMessagesOfBothAreUnderstood() {
    assertThat(heard(Contender.TRADEWIND, "{\"id\":\"a\",\"type\":\"tradewind.orders.OrderConfirmed.v1\",\"subject\":\"order/o-1\",\"data\":{}}"))
        .containsExactly("CONFIRMED o-1");
    assertThat(heard(Contender.TRADEWIND, "{\"id\":\"a\",\"type\":\"tradewind.orders.OrderDelivered.v1\",\"subject\":\"order/o-1\",\"data\":{}}"))
        .containsExactly("DELIVERED o-1");
    assertThat(heard(Contender.PEER, "{\"id\":\"a\",\"type\":\"ORDER_CONFIRMED\",\"orderId\":\"o-2\",\"data\":{}}")).containsExactly("CONFIRMED o-2");
    assertThat(heard(Contender.PEER, "{\"id\":\"a\",\"type\":\"ORDER_DELIVERED\",\"orderId\":\"o-2\",\"data\":{}}")).containsExactly("DELIVERED o-2");
  }

  @Test
  void aMessageWithoutTypeAndOrderIsAnError() {
    assertThatThrownBy(() -> heard(Contender.PEER, "{}")).isInstanceOf(BenchException.class);
  }

  private static List<String> heard(Contender contender, String body) {
    List<String> heard = new ArrayList<>();
    Milestones.hear(contender, body, (Milestone milestone, String order) -> heard.add(milestone + " " + order));
    return heard;
  }

  private static JsonNode history(String... last) throws JsonProcessingException {
    return json("""
        {"orderId":"o-1","steps":[
          {"version":1,"at":"2026-01-01T00:00:01Z","events":[{"type":"OrderPlaced"}]},
          {"version":2,"at":"2026-01-01T00:00:02Z","events":[{"type":"%s"},{"type":"%s"}]},
          {"version":3,"at":"2026-01-01T00:00:03Z","events":[{"type":"OrderDispatched"}]}]}""".formatted((Object[]) last));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}
