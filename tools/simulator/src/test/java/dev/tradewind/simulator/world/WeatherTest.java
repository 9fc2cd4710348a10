package dev.tradewind.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeatherTest {

  private static final int MANY = 100_000;

  @Test
  void a_fault_strikes_about_as_often_as_its_rate_says_and_is_counted() {
    var weather = weather(0.1);

    int struck = strikes(weather);

    assertThat(struck / (double) MANY).isCloseTo(0.1, within(0.01));
    assertThat(weather.strikes()[Fault.DROP.ordinal()]).isEqualTo(struck);
  }

  @Test
  void a_fault_of_rate_one_strikes_always_and_one_of_rate_zero_never() {
    assertThat(strikes(weather(1))).isEqualTo(MANY);
    assertThat(strikes(weather(0))).isZero();
  }

  @Test
  void nothing_strikes_once_it_is_calm() {
    var weather = weather(1);
    weather.calm();

    assertThat(strikes(weather)).isZero();
  }

  @Test
  void the_same_seed_brings_the_same_weather() {
    var one = weather(0.3);
    var other = weather(0.3);

    for (int i = 0; i < 1_000; i++) {
      assertThat(one.strikes(Fault.DROP)).isEqualTo(other.strikes(Fault.DROP));
      assertThat(one.between(0, 99)).isEqualTo(other.between(0, 99)).isBetween(0L, 99L);
    }
  }

  private static int strikes(Weather weather) {
    int struck = 0;
    for (int i = 0; i < MANY; i++) {
      struck += weather.strikes(Fault.DROP) ? 1 : 0;
    }
    return struck;
  }

  private static Weather weather(double drop) {
    var rates = new double[Fault.values().length];
    rates[Fault.DROP.ordinal()] = drop;
    return new Weather(42, rates);
  }
}
