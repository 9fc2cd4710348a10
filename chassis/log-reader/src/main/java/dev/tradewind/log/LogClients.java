package dev.tradewind.log;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;

/** The clients a reader needs, its own: the library holds connections open that nobody else should wait for. */
record LogClients(KinesisAsyncClient kinesis, DynamoDbAsyncClient dynamoDb, CloudWatchAsyncClient cloudWatch) implements AutoCloseable {

  private static final int CONNECTIONS = 50;
  private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

  /**
   * @param endpoint that of AWS itself when empty
   * @param like whose region and credentials they have
   * @param interceptors see every request they send
   */
  static LogClients at(Optional<URI> endpoint, DynamoDbAsyncClient like, List<ExecutionInterceptor> interceptors) {
    return new LogClients(
        client(KinesisAsyncClient.builder(), endpoint, like, interceptors),
        client(DynamoDbAsyncClient.builder(), endpoint, like, interceptors),
        // Never called: the readers tell their metrics elsewhere. The library asks for one all the same.
        client(CloudWatchAsyncClient.builder(), endpoint, like, interceptors));
  }

  /** HTTP/1.1: only enhanced fan-out needs the HTTP/2 that the client of Kinesis would choose. */
  private static <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C> C client(
      B builder, Optional<URI> endpoint, DynamoDbAsyncClient like, List<ExecutionInterceptor> interceptors) {
    endpoint.ifPresent(builder::endpointOverride);
    var settings = like.serviceClientConfiguration();
    return builder.region(settings.region())
        .credentialsProvider(settings.credentialsProvider())
        .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1).maxConcurrency(CONNECTIONS))
        .overrideConfiguration(client -> client.apiCallTimeout(LONGEST_CALL).executionInterceptors(interceptors))
        .build();
  }

  @Override
  public void close() {
    kinesis.close();
    dynamoDb.close();
    cloudWatch.close();
  }
}
