package dev.tradewind.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.chaos.proxy.Operation.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {

  private static final Operation PUT = new Operation(Service.DYNAMODB, "PutItem");
  private static final Operation RECEIVE = new Operation(Service.SQS, "ReceiveMessage");

  @Test
  void theSameSeedMeansTheSameFatesWhateverOthersDoMeanwhile() {
    Dice alone = new Dice(7, Rates.badDay());
    Dice inCompany = new Dice(7, Rates.badDay());
    List<String> first = fates(alone);
    List<String> second = IntStream.range(0, 500).mapToObj(i -> {
      inCompany.next(RECEIVE);
      return fate(inCompany, PUT);
    }).toList();

    assertThat(second).isEqualTo(first);
  }

  @Test
  void anotherSeedMeansOtherFates() {
    Dice one = new Dice(7, Rates.badDay());
    Dice other = new Dice(8, Rates.badDay());
    assertThat(fates(one)).isNotEqualTo(fates(other));
  }

  @Test
  void faultsComeAtTheirRates() {
    Dice dice = new Dice(7, new Rates(Map.of(Fault.THROTTLED, 200)));
    long struck = IntStream.range(0, 10_000).filter(i -> dice.next(PUT).is(Fault.THROTTLED)).count();
    assertThat(struck).isCloseTo(2_000, within(200L));
  }

  @Test
  void aFaultStrikesOnlyWhatItCanHappenTo() {
    Rates rates = new Rates(Map.of(Fault.REORDERED, 1_000));
    assertThat(rates.fault(0, PUT)).isEmpty();
    assertThat(rates.fault(0, RECEIVE)).contains(Fault.REORDERED);
  }

  private static List<String> fates(Dice dice) {
    return IntStream.range(0, 500).mapToObj(i -> fate(dice, PUT)).toList();
  }

  private static String fate(Dice dice, Operation operation) {
    Dice.Fate fate = dice.next(operation);
    return fate.fault() + " " + fate.random().nextInt();
  }
}
