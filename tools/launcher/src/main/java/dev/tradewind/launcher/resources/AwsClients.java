package dev.tradewind.launcher.resources;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The clients of one endpoint, over one HTTP client. */
final class AwsClients implements AutoCloseable {

  private static final String LOCAL_ACCOUNT = "000000000000";

  private final AwsEndpoint endpoint;
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final AwsCredentialsProvider credentials;
  final DynamoDbClient dynamo;
  final SqsClient sqs;
  final SnsClient sns;
  final KinesisClient kinesis;
  final S3Client s3;
  final ServiceDiscoveryClient cloudMap;

  AwsClients(AwsEndpoint endpoint) {
    this.endpoint = endpoint;
    this.credentials = endpoint.override().isPresent()
        ? StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))
        : DefaultCredentialsProvider.builder().build();
    this.dynamo = client(DynamoDbClient.builder());
    this.sqs = client(SqsClient.builder());
    this.sns = client(SnsClient.builder());
    this.kinesis = client(KinesisClient.builder());
    this.cloudMap = client(ServiceDiscoveryClient.builder());
    // A stand-in has one host name, and none for each bucket.
    this.s3 = client(S3Client.builder().forcePathStyle(endpoint.override().isPresent()));
  }

  /** On AWS the account of the credentials; elsewhere the account every stand-in agrees on. */
  Account account() {
    String partition = endpoint.sdkRegion().metadata() == null ? "aws" : endpoint.sdkRegion().metadata().partition().id();
    if (endpoint.override().isPresent()) {
      return new Account(partition, endpoint.region(), LOCAL_ACCOUNT);
    }
    try (StsClient sts = client(StsClient.builder())) {
      return new Account(partition, endpoint.region(), sts.getCallerIdentity().account());
    }
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    builder.region(endpoint.sdkRegion()).credentialsProvider(credentials).httpClient(http);
    endpoint.override().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  @Override
  public void close() {
    dynamo.close();
    sqs.close();
    sns.close();
    kinesis.close();
    s3.close();
    cloudMap.close();
    http.close();
  }
}
