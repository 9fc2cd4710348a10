package dev.tradewind.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class AwsClientsTest {

  private static final ExecutionInterceptor PRESENT = new ExecutionInterceptor() {};

  @Test
  void a_configured_client_has_the_standard_retries_and_three_seconds_an_attempt_and_keeps_what_was_set_before() {
    var builder = AwsClients.configure(SqsAsyncClient.builder().overrideConfiguration(before -> before
        .apiCallTimeout(Duration.ofSeconds(7)).addExecutionInterceptor(PRESENT)));

    var configuration = builder.overrideConfiguration();

    assertThat(configuration.apiCallAttemptTimeout()).contains(Duration.ofSeconds(3));
    assertThat(configuration.apiCallTimeout()).contains(Duration.ofSeconds(7));
    assertThat(configuration.executionInterceptors()).isEqualTo(List.of(PRESENT));
    assertThat(configuration.retryMode()).contains(RetryMode.STANDARD);
  }
}
