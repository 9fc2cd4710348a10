package dev.tradewind.aws;

import dev.tradewind.core.Check;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.retry.RetryMode;

/** How every AWS client is set up. */
public final class AwsClients {

  private AwsClients() {}

  /**
   * Adds to what the builder holds already: three attempts with jitter, and 3 s for an attempt. A long poll sets longer times on its own
   * request.
   *
   * @return the builder
   */
  public static <B extends AwsClientBuilder<B, ?>> B configure(B builder) {
    Check.notNull(builder, "builder");
    var present = builder.overrideConfiguration().toBuilder();
    return builder
        .defaultsMode(DefaultsMode.IN_REGION)
        .overrideConfiguration(present.retryStrategy(RetryMode.STANDARD).apiCallAttemptTimeout(Duration.ofSeconds(3)).build());
  }
}
