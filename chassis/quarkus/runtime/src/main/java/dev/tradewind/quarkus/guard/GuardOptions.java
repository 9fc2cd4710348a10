package dev.tradewind.quarkus.guard;

import dev.tradewind.core.Check;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What a guard allows.
 *
 * @param timeout how long one attempt may take
 * @param callsAtOnce attempts under way, at most
 * @param breaker when none is made for a while
 * @param retry whether a call is made again
 */
public record GuardOptions(Duration timeout, int callsAtOnce, Breaker breaker, Retry retry) {

  /** What holds where nothing is set. */
  public static final GuardOptions USUAL = new GuardOptions(
      Duration.ofSeconds(2), 64, new Breaker(20, 0.5, Duration.ofSeconds(1), 3), new Retry(1, Duration.ofMillis(50), Duration.ofSeconds(1), 20, 1));

  /** The names of the constructor's rules are those of the settings, so that an error names what to change. */
  public GuardOptions {
    Check.that(timeout.isPositive(), "timeout-millis must be at least 1, but is %d", timeout.toMillis());
    Check.that(callsAtOnce >= 1, "calls-at-once must be at least 1, but is %d", callsAtOnce);
    Check.notNull(breaker, "breaker");
    Check.notNull(retry, "retry");
  }

  /**
   * When calls are given up before they are made.
   *
   * @param windowCalls how many of the last calls are looked at
   * @param failureRatio the share of them whose failure opens the breaker
   * @param open how long it stays open
   * @param trialCalls how many must succeed after that, before it closes
   */
  public record Breaker(int windowCalls, double failureRatio, Duration open, int trialCalls) {

    public Breaker {
      Check.that(windowCalls >= 1, "breaker.window-calls must be at least 1, but is %d", windowCalls);
      Check.that(failureRatio > 0 && failureRatio <= 1, "breaker.failure-ratio must be more than 0 and at most 1, but is %s", failureRatio);
      Check.that(open.isPositive(), "breaker.open-millis must be at least 1, but is %d", open.toMillis());
      Check.that(trialCalls >= 1, "breaker.trial-calls must be at least 1, but is %d", trialCalls);
    }
  }

  /**
   * How often, and how soon, a call is made again that may be.
   *
   * @param attempts with the first; 1 means never again
   * @param firstPause what the pause before the second attempt is drawn from: nothing to this; doubled for each further one
   * @param longestPause what no pause exceeds
   * @param budgetPercent how much retries may add to the calls; see {@link RetryBudget}
   * @param budgetPerSecond retries a second that are allowed whatever the number of calls
   */
  public record Retry(int attempts, Duration firstPause, Duration longestPause, int budgetPercent, int budgetPerSecond) {

    public Retry {
      Check.that(attempts >= 1, "retry.attempts must be at least 1, but is %d", attempts);
      Check.that(firstPause.isPositive(), "retry.first-pause-millis must be at least 1, but is %d", firstPause.toMillis());
      Check.that(longestPause.compareTo(firstPause) >= 0, "retry.longest-pause-millis must be at least the first pause (%d), but is %d",
          firstPause.toMillis(), longestPause.toMillis());
      Check.that(budgetPercent >= 0 && budgetPercent <= 100, "retry.budget-percent must be from 0 to 100, but is %d", budgetPercent);
      Check.that(budgetPerSecond >= 0 && budgetPerSecond <= 1_000, "retry.budget-per-second must be from 0 to 1000, but is %d", budgetPerSecond);
    }
  }

  /**
   * Reads what is set under a prefix, such as {@code tradewind.provider}.
   *
   * @throws IllegalArgumentException naming the setting that makes no sense
   */
  public static GuardOptions read(Config config, String prefix) {
    var settings = new Settings(config, prefix);
    try {
      var breaker = new Breaker(
          settings.number("breaker.window-calls", USUAL.breaker().windowCalls()),
          settings.share("breaker.failure-ratio", USUAL.breaker().failureRatio()),
          settings.millis("breaker.open-millis", USUAL.breaker().open()),
          settings.number("breaker.trial-calls", USUAL.breaker().trialCalls()));
      var retry = new Retry(
          settings.number("retry.attempts", USUAL.retry().attempts()),
          settings.millis("retry.first-pause-millis", USUAL.retry().firstPause()),
          settings.millis("retry.longest-pause-millis", USUAL.retry().longestPause()),
          settings.number("retry.budget-percent", USUAL.retry().budgetPercent()),
          settings.number("retry.budget-per-second", USUAL.retry().budgetPerSecond()));
      return new GuardOptions(
          settings.millis("timeout-millis", USUAL.timeout()), settings.number("calls-at-once", USUAL.callsAtOnce()), breaker, retry);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(prefix + "." + wrong.getMessage(), wrong);
    }
  }

  private record Settings(Config config, String prefix) {

    int number(String name, int usual) {
      var set = text(name);
      try {
        return set.map(Integer::parseInt).orElse(usual);
      } catch (NumberFormatException noNumber) {
        throw new IllegalArgumentException("%s must be a whole number, but is '%s'".formatted(name, set.orElse("")), noNumber);
      }
    }

    double share(String name, double usual) {
      var set = text(name);
      try {
        return set.map(Double::parseDouble).orElse(usual);
      } catch (NumberFormatException noNumber) {
        throw new IllegalArgumentException("%s must be a number, but is '%s'".formatted(name, set.orElse("")), noNumber);
      }
    }

    Duration millis(String name, Duration usual) {
      return Duration.ofMillis(number(name, Math.toIntExact(usual.toMillis())));
    }

    private Optional<String> text(String name) {
      return config.getOptionalValue(prefix + "." + name, String.class).map(String::strip);
    }
  }
}
