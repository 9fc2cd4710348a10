package dev.tradewind.timemachine;

import dev.tradewind.archive.format.ObjectStore;
import dev.tradewind.archive.format.S3Store;
import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.platform.Platform;
import dev.tradewind.launcher.platform.PlatformOptions;
import dev.tradewind.launcher.platform.Topology;
import dev.tradewind.launcher.resources.AwsEndpoint;
import dev.tradewind.queries.views.Names;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sns.SnsAsyncClient;

/** Where the archive is: that of the platform that is up, or the one the environment names. */
final class Place {

  private static final String LOCAL_ACCOUNT = "000000000000";

  @Option(names = "--bucket", paramLabel = "NAME", description = "The archive's bucket. Default: that of the platform that runs here.")
  private Optional<String> bucket = Optional.empty();

  @Option(names = "--prefix", paramLabel = "TEXT", defaultValue = "tradewind-",
      description = "What the names of AWS resources begin with (default: ${DEFAULT-VALUE}).")
  private String prefix;

  private final Optional<ObjectStore> known;

  private Place(Optional<ObjectStore> known) {
    this.known = known;
  }

  /** The one that options and environment name. */
  static Place named() {
    return new Place(Optional.empty());
  }

  /** This one. */
  static Place of(ObjectStore store) {
    return new Place(Optional.of(store));
  }

  /** @throws Refused when no platform is up and none is named */
  ObjectStore store() {
    return known.orElseGet(() -> {
      var endpoint = endpoint();
      return new S3Store(client(endpoint), bucket.orElseGet(() -> usualBucket(endpoint)));
    });
  }

  /** The tables, where the views are. */
  DynamoDbAsyncClient dynamo() {
    return configured(DynamoDbAsyncClient.builder(), endpoint()).build();
  }

  /** The names of the tables of views. */
  Names views() {
    return new Names(prefix + "queries");
  }

  /** The central log. */
  KinesisAsyncClient kinesis() {
    var http = NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1);
    return configured(KinesisAsyncClient.builder().httpClientBuilder(http), endpoint()).build();
  }

  /** The name of the central log. */
  String log() {
    return prefix + "events";
  }

  /** Topics. */
  SnsAsyncClient sns() {
    return configured(SnsAsyncClient.builder(), endpoint()).build();
  }

  /** What the names of AWS resources begin with. */
  String prefix() {
    return prefix;
  }

  /** The payment provider of the platform that is up here, unless the environment names another place. */
  Optional<URI> provider() {
    return known.isPresent() || AwsEndpoint.fromEnvironment(System.getenv()).isPresent()
        ? Optional.empty()
        : found().topology().url(Topology.PARTNERS);
  }

  /** The orders service, if it is up here. */
  Optional<URI> orders() {
    return known.isPresent() ? Optional.empty() : found().topology().url("orders");
  }

  private static Platform found() {
    var home = Home.find();
    return Platform.found(home, PlatformOptions.in(home.workDirectory()), line -> {});
  }

  private static AwsEndpoint endpoint() {
    try {
      return AwsEndpoint.fromEnvironment(System.getenv())
          .or(() -> found().topology().url(Topology.LOCAL_CLOUD).map(AwsEndpoint::local))
          .orElseThrow(() -> Refused.question(
              "No platform is up here, and %s names no other; ./tradewind up starts one".formatted(AwsEndpoint.VARIABLE)));
    } catch (IllegalArgumentException wrong) {
      throw Refused.question(wrong.getMessage());
    }
  }

  private String usualBucket(AwsEndpoint endpoint) {
    if (endpoint.override().isEmpty()) {
      throw Refused.question("--bucket is needed on AWS itself: the name has the account in it, <prefix>-archive-<account>-<region>");
    }
    return "%sarchive-%s-%s".formatted(prefix, LOCAL_ACCOUNT, endpoint.region());
  }

  private static S3AsyncClient client(AwsEndpoint endpoint) {
    return configured(S3AsyncClient.builder().forcePathStyle(true), endpoint).build();
  }

  private static <B extends AwsClientBuilder<B, ?>> B configured(B client, AwsEndpoint endpoint) {
    client.region(Region.of(endpoint.region()));
    endpoint.override().ifPresent(url -> client.endpointOverride(url)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))));
    return client;
  }
}
