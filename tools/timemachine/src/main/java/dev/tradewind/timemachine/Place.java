package dev.tradewind.timemachine;

import dev.tradewind.archive.format.ObjectStore;
import dev.tradewind.archive.format.S3Store;
import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.platform.Platform;
import dev.tradewind.launcher.platform.PlatformOptions;
import dev.tradewind.launcher.platform.Topology;
import dev.tradewind.launcher.resources.AwsEndpoint;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Where the archive is: that of the platform that is up, or the one the environment names. */
final class Place {

  private static final String LOCAL_ACCOUNT = "000000000000";

  @Option(names = "--bucket", paramLabel = "NAME", description = "The archive's bucket. Default: that of the platform that runs here.")
  private Optional<String> bucket = Optional.empty();

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
          .orElseThrow(() -> Refused.question("No platform is up here, and %s names no other; ./tradewind up starts one".formatted(AwsEndpoint.VARIABLE)));
    } catch (IllegalArgumentException wrong) {
      throw Refused.question(wrong.getMessage());
    }
  }

  private static String usualBucket(AwsEndpoint endpoint) {
    if (endpoint.override().isEmpty()) {
      throw Refused.question("--bucket is needed on AWS itself: the name has the account in it, <prefix>-archive-<account>-<region>");
    }
    return "tradewind-archive-%s-%s".formatted(LOCAL_ACCOUNT, endpoint.region());
  }

  private static S3AsyncClient client(AwsEndpoint endpoint) {
    var client = S3AsyncClient.builder().region(Region.of(endpoint.region())).forcePathStyle(true);
    endpoint.override().ifPresent(url -> client.endpointOverride(url)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))));
    return client.build();
  }
}
