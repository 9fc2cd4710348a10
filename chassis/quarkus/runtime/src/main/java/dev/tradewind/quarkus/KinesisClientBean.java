package dev.tradewind.quarkus;

import dev.tradewind.aws.AwsClients;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.sns.SnsAsyncClient;

/** The Kinesis client, which has no extension: with the region and the credentials of the SNS client, so that they are set in one place. */
class KinesisClientBean {

  private static final int CONNECTIONS = 50;

  /** HTTP/1.1 like the other clients: only reads with enhanced fan-out need the HTTP/2 that this client would choose. */
  @Produces
  @Singleton
  KinesisAsyncClient kinesis(ChassisConfig config, SnsAsyncClient sns) {
    var like = sns.serviceClientConfiguration();
    var builder = AwsClients.configure(KinesisAsyncClient.builder()
        .region(like.region())
        .credentialsProvider(like.credentialsProvider())
        .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1).maxConcurrency(CONNECTIONS))
        .overrideConfiguration(client -> client.addExecutionInterceptor(new RequestMeter())));
    config.log().endpointOverride().or(() -> config.aws().endpoint()).map(URI::create).ifPresent(builder::endpointOverride);
    return builder.build();
  }

  void close(@Disposes KinesisAsyncClient kinesis) {
    kinesis.close();
  }
}
