package dev.tradewind.insights;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Every setting of insights beside those of the chassis; {@code application.properties} says what each is for. */
@ConfigMapping(prefix = "tradewind.insights")
interface InsightsConfig {

  @WithDefault("1000")
  int pollMillis();

  @WithDefault("10")
  int leaseSeconds();

  /** Each reader by itself. */
  Readers readers();

  /** The rules. */
  Fraud fraud();

  /** Which readers there are. */
  interface Readers {

    Reader fraud();

    Reader recommendations();

    Reader sales();
  }

  /** A reader. */
  interface Reader {

    @WithDefault("true")
    boolean enabled();

    @WithDefault("oldest")
    String startAt();
  }

  /** What looks like fraud. */
  interface Fraud {

    @WithDefault("600")
    int windowSeconds();

    @WithDefault("500")
    int mostOrders();

    @WithDefault("50000000")
    long mostAmount();

    @WithDefault("10000000")
    long largestOrder();

    @WithDefault("96")
    int keptHours();
  }
}
