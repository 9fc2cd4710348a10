package dev.tradewind.peer;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * The AWS clients: asynchronous over Netty, as Tradewind's are; virtual threads wait for them. Region and credentials come from the
 * environment.
 */
final class Cloud implements AutoCloseable {

  private final SdkAsyncHttpClient http = NettyNioAsyncHttpClient.builder().maxConcurrency(200).readTimeout(Duration.ofSeconds(30)).build();
  private final Optional<URI> endpoint;
  private final Meter meter;
  final DynamoDbAsyncClient dynamo;
  final SqsAsyncClient sqs;
  final SnsAsyncClient sns;

  /** @param endpoint in place of AWS itself */
  Cloud(Optional<URI> endpoint, Meter meter) {
    this.endpoint = endpoint;
    this.meter = meter;
    dynamo = client(DynamoDbAsyncClient.builder());
    sqs = client(SqsAsyncClient.builder());
    sns = client(SnsAsyncClient.builder());
  }

  private <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C> C client(B builder) {
    builder.httpClient(http).overrideConfiguration(configuration -> configuration.addExecutionInterceptor(meter));
    endpoint.ifPresent(builder::endpointOverride);
    return builder.build();
  }

  @Override
  public void close() {
    dynamo.close();
    sqs.close();
    sns.close();
    http.close();
  }
}
