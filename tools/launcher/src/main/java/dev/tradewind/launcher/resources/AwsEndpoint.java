package dev.tradewind.launcher.resources;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Which AWS: AWS itself, or an endpoint that answers like it (the local cloud, Floci, LocalStack, moto).
 *
 * @param override the endpoint for every service; empty for AWS itself
 * @param region the region
 */
public record AwsEndpoint(Optional<URI> override, String region) {

  /** The variable that names the endpoint: a URL, or {@code aws} for AWS itself. */
  public static final String VARIABLE = "TRADEWIND_AWS_ENDPOINT";

  private static final String LOCAL_REGION = "us-east-1";

  /** An endpoint that is not AWS, reached with the credentials test/test. */
  public static AwsEndpoint local(URI endpoint) {
    return new AwsEndpoint(Optional.of(endpoint), LOCAL_REGION);
  }

  /**
   * What the environment asks for, or empty when it leaves the choice to the launcher.
   *
   * @throws IllegalArgumentException when {@link #VARIABLE} is neither {@code aws} nor an http or https URL
   */
  public static Optional<AwsEndpoint> fromEnvironment(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(VARIABLE)).filter(value -> !value.isBlank()).map(value -> {
      if (value.equals("aws")) {
        return new AwsEndpoint(Optional.empty(), DefaultAwsRegionProviderChain.builder().build().getRegion().id());
      }
      URI endpoint = URI.create(value);
      if (endpoint.getHost() == null || !("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))) {
        throw new IllegalArgumentException(VARIABLE + " is " + value + "; expected http://host:port, https://host, or aws for AWS itself");
      }
      return new AwsEndpoint(Optional.of(endpoint), environment.getOrDefault("AWS_REGION", LOCAL_REGION));
    });
  }

  /**
   * What a service needs in its environment to talk to this endpoint, for the log of all events and for S3 too; real credentials are
   * inherited, never written here.
   */
  public Map<String, String> environment() {
    return override.map(endpoint -> Map.of(
            VARIABLE, endpoint.toString(),
            "TRADEWIND_LOG_ENDPOINT_OVERRIDE", endpoint.toString(),
            "QUARKUS_S3_ENDPOINT_OVERRIDE", endpoint.toString(),
            "QUARKUS_S3_PATH_STYLE_ACCESS", "true",
            "AWS_REGION", region,
            "AWS_ACCESS_KEY_ID", "test",
            "AWS_SECRET_ACCESS_KEY", "test"))
        .orElse(Map.of("AWS_REGION", region));
  }

  Region sdkRegion() {
    return Region.of(region);
  }

  @Override
  public String toString() {
    return override.map(URI::toString).orElse("AWS itself, " + region);
  }
}
