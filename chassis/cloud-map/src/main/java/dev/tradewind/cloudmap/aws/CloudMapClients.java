package dev.tradewind.cloudmap.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryAsyncClient;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryAsyncClientBuilder;

/** How a client of Cloud Map is set up. */
public final class CloudMapClients {

  private CloudMapClients() {}

  /**
   * A client with the credentials of the environment.
   *
   * @param endpoint that of AWS itself when empty
   * @param region that of the environment when empty
   */
  public static ServiceDiscoveryAsyncClient at(Optional<URI> endpoint, Optional<Region> region) {
    var builder = configure(ServiceDiscoveryAsyncClient.builder(), endpoint).httpClientBuilder(NettyNioAsyncHttpClient.builder());
    region.ifPresent(builder::region);
    return builder.build();
  }

  /**
   * Adds to what the builder holds already: the endpoint, and no retries, because who looks or registers here tries again by itself.
   *
   * @param endpoint that of AWS itself when empty
   * @return the builder
   */
  public static ServiceDiscoveryAsyncClientBuilder configure(ServiceDiscoveryAsyncClientBuilder builder, Optional<URI> endpoint) {
    var settings = builder.overrideConfiguration().toBuilder().retryStrategy(AwsRetryStrategy.doNotRetry());
    endpoint.ifPresent(uri -> {
      builder.endpointOverride(uri);
      // Else it would call data-127.0.0.1, which is nowhere.
      settings.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true);
    });
    return builder.overrideConfiguration(settings.build());
  }
}
