package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyLoadTest {

  @Test
  void anOrderIsConfirmedWhenTheCommitThatSaysSoWasMade() throws JsonProcessingException {
    assertThat(SteadyLoad.confirmedAt(history("StepCompleted", "OrderConfirmed"))).isEqualTo(Instant.parse("2026-01-01T00:00:02Z"));
  }

  @Test
  void aHistoryWithoutConfirmationIsAnError() throws JsonProcessingException {
    JsonNode cancelled = history("StepFailed", "OrderCancelled");

    assertThatThrownBy(() -> SteadyLoad.confirmedAt(cancelled)).isInstanceOf(BenchException.class).hasMessageContaining("o-1");
  }

  private static JsonNode history(String... last) throws JsonProcessingException {
    return new ObjectMapper().readTree("""
        {"orderId":"o-1","steps":[
          {"version":1,"at":"2026-01-01T00:00:01Z","events":[{"type":"OrderPlaced"}]},
          {"version":2,"at":"2026-01-01T00:00:02Z","events":[{"type":"%s"},{"type":"%s"}]},
          {"version":3,"at":"2026-01-01T00:00:03Z","events":[{"type":"OrderDispatched"}]}]}""".formatted((Object[]) last));
  }
}
