package dev.tradewind.launcher.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsEndpointTest {

  @Test
  void nothingInTheEnvironmentLeavesTheChoiceToTheLauncher() {
    assertThat(AwsEndpoint.fromEnvironment(Map.of())).isEmpty();
    assertThat(AwsEndpoint.fromEnvironment(Map.of(AwsEndpoint.VARIABLE, " "))).isEmpty();
  }

  @Test
  void aUrlIsUsedWithTestCredentials() {
    AwsEndpoint endpoint = AwsEndpoint.fromEnvironment(Map.of(AwsEndpoint.VARIABLE, "http://127.0.0.1:4567")).orElseThrow();

    assertThat(endpoint.override()).contains(URI.create("http://127.0.0.1:4567"));
    assertThat(endpoint.environment()).isEqualTo(Map.of(AwsEndpoint.VARIABLE, "http://127.0.0.1:4567",
        "TRADEWIND_LOG_ENDPOINT_OVERRIDE", "http://127.0.0.1:4567", "QUARKUS_S3_ENDPOINT_OVERRIDE", "http://127.0.0.1:4567",
        "QUARKUS_S3_PATH_STYLE_ACCESS", "true", "AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));
  }

  @Test
  void onAwsItselfServicesGetNoEndpointAndNoCredentials() {
    AwsEndpoint endpoint = new AwsEndpoint(java.util.Optional.empty(), "eu-west-1");

    assertThat(endpoint.environment()).isEqualTo(Map.of("AWS_REGION", "eu-west-1"));
  }

  @Test
  void anythingElseIsRefusedWithWhatIsExpected() {
    assertThatThrownBy(() -> AwsEndpoint.fromEnvironment(Map.of(AwsEndpoint.VARIABLE, "localhost:4566")))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("TRADEWIND_AWS_ENDPOINT is localhost:4566; expected http://host:port");
  }
}
