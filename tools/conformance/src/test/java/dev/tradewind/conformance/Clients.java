package dev.tradewind.conformance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK's clients for the endpoint under test, shared by the whole suite. */
final class Clients implements AutoCloseable {

  /** Instead of a URL: AWS itself, with whatever credentials and region the environment holds. */
  private static final String AWS_ITSELF = "aws";

  private final Optional<LocalCloudProcess> process;
  private final Optional<String> endpoint;
  final DynamoDbClient dynamoDb;
  final SqsClient sqs;
  final SnsClient sns;
  final KinesisClient kinesis;
  final S3Client s3;
  final ServiceDiscoveryClient cloudMap;

  private Clients(Optional<String> endpoint, Optional<LocalCloudProcess> process) {
    this.process = process;
    this.endpoint = endpoint;
    dynamoDb = aimed(DynamoDbClient.builder(), endpoint).build();
    sqs = aimed(SqsClient.builder(), endpoint).build();
    sns = aimed(SnsClient.builder(), endpoint).build();
    kinesis = aimed(KinesisClient.builder(), endpoint).build();
    s3 = aimed(S3Client.builder().forcePathStyle(true).overrideConfiguration(c -> c.addExecutionInterceptor(new SendsAtOnce())), endpoint).build();
    cloudMap = aimed(ServiceDiscoveryClient.builder().overrideConfiguration(c -> c.putAdvancedOption(
        SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, !isAws(endpoint))), endpoint).build();
  }

  static Clients open() throws IOException {
    var given = Stream.of(System.getProperty("tradewind.aws.endpoint"), System.getenv("TRADEWIND_AWS_ENDPOINT"))
        .filter(value -> value != null && !value.isBlank())
        .findFirst();
    if (given.isPresent()) {
      return new Clients(given, Optional.empty());
    }
    var process = LocalCloudProcess.start(
        Path.of(System.getProperty("tradewind.local-cloud.jar", "../local-cloud/target/local-cloud.jar")));
    return new Clients(Optional.of(process.endpoint().toString()), Optional.of(process));
  }

  /** Another client for the same endpoint, which whoever asked for it closes. */
  <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return aimed(builder, endpoint).build();
  }

  private static <B extends AwsClientBuilder<B, ?>> B aimed(B builder, Optional<String> endpoint) {
    if (isAws(endpoint)) {
      return builder;
    }
    return builder
        .endpointOverride(URI.create(endpoint.orElseThrow()))
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  /** Only there has Cloud Map a host of its own for those who discover, {@code data-servicediscovery}. */
  private static boolean isAws(Optional<String> endpoint) {
    return endpoint.filter(AWS_ITSELF::equals).isPresent();
  }

  @Override
  public void close() {
    dynamoDb.close();
    sqs.close();
    sns.close();
    kinesis.close();
    s3.close();
    cloudMap.close();
    process.ifPresent(LocalCloudProcess::close);
  }
}
