package dev.tradewind.quarkus.directory;

import dev.tradewind.cloudmap.aws.CloudMapClients;
import dev.tradewind.quarkus.ChassisConfig;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryAsyncClient;
import software.amazon.awssdk.services.sns.SnsAsyncClient;

/** The client of Cloud Map, which has no extension: with the region and the credentials of the SNS client, so that they are set in one place. */
class CloudMapClientBean {

  // One heartbeat, and one look for each service that is called.
  private static final int CONNECTIONS = 10;

  @Produces
  @Singleton
  @Unremovable
  ServiceDiscoveryAsyncClient cloudMap(ChassisConfig config, SnsAsyncClient sns) {
    var like = sns.serviceClientConfiguration();
    var builder = ServiceDiscoveryAsyncClient.builder()
        .region(like.region())
        .credentialsProvider(like.credentialsProvider())
        .httpClientBuilder(NettyNioAsyncHttpClient.builder().maxConcurrency(CONNECTIONS));
    return CloudMapClients.configure(builder, config.aws().endpoint().map(URI::create)).build();
  }

  void close(@Disposes ServiceDiscoveryAsyncClient cloudMap) {
    cloudMap.close();
  }
}
