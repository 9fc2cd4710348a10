package dev.tradewind.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.chaos.proxy.Operation.Service;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatesTest {

  private static final Operation PUT = new Operation(Service.DYNAMODB, "PutItem");
  private static final Operation GET = new Operation(Service.DYNAMODB, "GetItem");
  private static final Operation RECEIVE = new Operation(Service.SQS, "ReceiveMessage");
  private static final Operation DELETE_BATCH = new Operation(Service.SQS, "DeleteMessageBatch");

  @Test
  void ofAThousandDrawsEachFaultGetsItsShare() {
    Rates rates = new Rates(Map.of(Fault.THROTTLED, 20, Fault.CONFLICT, 30));

    assertThat(shares(rates, PUT)).isEqualTo(Map.of(Optional.of(Fault.THROTTLED), 20L, Optional.of(Fault.CONFLICT), 30L, Optional.empty(), 950L));
    assertThat(shares(rates, GET)).as("a read meets no transaction").isEqualTo(Map.of(Optional.of(Fault.THROTTLED), 20L, Optional.empty(), 980L));
  }

  @Test
  void onABadDayEveryFaultThatIsDrawnHappensToWhatItCanHappenTo() {
    Rates rates = Rates.badDay();

    assertThat(shares(rates, PUT).keySet()).contains(Optional.of(Fault.CONFLICT))
        .doesNotContain(Optional.of(Fault.DUPLICATED), Optional.of(Fault.PARTLY_REFUSED));
    assertThat(shares(rates, RECEIVE).keySet()).contains(Optional.of(Fault.DUPLICATED), Optional.of(Fault.REAPPEARED), Optional.of(Fault.REORDERED));
    assertThat(shares(rates, DELETE_BATCH).keySet()).contains(Optional.of(Fault.PARTLY_REFUSED)).doesNotContain(Optional.of(Fault.CONFLICT));
  }

  @Test
  void aHotKeyIsNeverDrawn() {
    assertThat(shares(new Rates(Map.of(Fault.HOT_KEY, 1_000)), PUT)).isEqualTo(Map.of(Optional.empty(), 1_000L));
  }

  @Test
  void withoutRatesAllGoesWell() {
    assertThat(shares(Rates.none(), RECEIVE)).isEqualTo(Map.of(Optional.empty(), 1_000L));
  }

  @Test
  void ratesThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new Rates(Map.of(Fault.DELAYED, -1))).hasMessageContaining("perThousand");
    assertThatThrownBy(() -> new Rates(Map.of(Fault.DELAYED, 501, Fault.CONFLICT, 500))).hasMessageContaining("1000");
  }

  private static Map<Optional<Fault>, Long> shares(Rates rates, Operation operation) {
    return IntStream.range(0, Rates.all()).mapToObj(draw -> rates.fault(draw, operation))
        .collect(Collectors.groupingBy(fault -> fault, Collectors.counting()));
  }
}
