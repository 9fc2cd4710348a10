package dev.tradewind.chaos;

import dev.tradewind.chaos.collect.Collector;
import dev.tradewind.chaos.collect.Stillness;
import dev.tradewind.chaos.proxy.Commits;
import dev.tradewind.chaos.proxy.Proxy;
import dev.tradewind.chaos.proxy.Routes;
import dev.tradewind.chaos.strike.Processes;
import dev.tradewind.launcher.platform.Component;
import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.platform.Platform;
import dev.tradewind.launcher.platform.PlatformOptions;
import dev.tradewind.launcher.platform.Topology;
import dev.tradewind.launcher.platform.Training;
import dev.tradewind.launcher.resources.AwsEndpoint;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A platform of the run's own on free ports, whose services reach their AWS through the proxy. */
public final class Rig implements AutoCloseable {

  // A service that starts while others do, on a machine that is busy, takes its time.
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(25);

  // The proxy reads what goes to Kinesis, and it reads JSON.
  private static final String SDK_SPEAKS_CBOR = "CBOR_ENABLED";

  private final Platform platform;
  private final Processes processes;
  private final Proxy proxy;
  private final Routes routes;
  private final DynamoDbClient dynamo;
  private final SqsClient sqs;
  private final KinesisClient kinesis;
  private final S3Client s3;
  private final HttpClient http = HttpClient.newHttpClient();

  private Rig(Platform platform, Proxy proxy, Routes routes) {
    this.platform = platform;
    this.processes = new Processes(platform);
    this.proxy = proxy;
    this.routes = routes;
    this.dynamo = client(DynamoDbClient.builder(), platform.endpoint());
    this.sqs = client(SqsClient.builder(), platform.endpoint());
    this.kinesis = client(KinesisClient.builder(), platform.endpoint());
    this.s3 = client(S3Client.builder().forcePathStyle(true), platform.endpoint());
  }

  /**
   * Starts all of it.
   *
   * @param directory keeps logs, process ids, and what the cloud must not forget over a restart
   * @param services those that are wanted
   * @param progress is told what happens, a line each
   */
  public static Rig start(Path directory, Collection<String> services, Proxy.Options misbehaviour, Commits commits, Consumer<String> progress)
      throws InterruptedException {
    Home home = Home.find();
    PlatformOptions options = PlatformOptions.in(directory).keepingDataIn(directory.resolve("data")).within(START_LIMIT, STOP_LIMIT);
    Topology topology = Topology.standard().withOnly(services).onFreePorts();
    new Training(home, directory, progress).run(topology);
    Platform cloud = new Platform(home, topology, options, progress);
    Thread stopCloud = atExit(cloud::cancel);
    cloud.start(Topology.LOCAL_CLOUD);
    cloud.applyResources();
    AwsEndpoint endpoint = cloud.endpoint();
    Routes routes = routes(endpoint);
    Proxy proxy = new Proxy(endpoint.override().orElseThrow(), misbehaviour, partitionKeys(endpoint), routes, commits);
    for (Component service : topology.services()) {
      topology = topology.with(service.name(), AwsEndpoint.VARIABLE, proxy.endpoint().toString())
          .with(service.name(), "TRADEWIND_LOG_ENDPOINT_OVERRIDE", proxy.endpoint().toString())
          .with(service.name(), SDK_SPEAKS_CBOR, "false");
    }
    Rig rig = new Rig(new Platform(home, topology, options, progress), proxy, routes);
    atExit(rig::end);
    Runtime.getRuntime().removeShutdownHook(stopCloud);
    rig.platform.start();
    return rig;
  }

  public Platform platform() {
    return platform;
  }

  Processes processes() {
    return processes;
  }

  public Proxy proxy() {
    return proxy;
  }

  /** Tables, without any fault between. */
  public DynamoDbClient dynamo() {
    return dynamo;
  }

  /** Queues, without any fault between. */
  public SqsClient sqs() {
    return sqs;
  }

  /** Waits, without any fault between, until nothing moves any more. */
  public Stillness stillness() {
    return new Stillness(dynamo, sqs);
  }

  /** Reads everything back, without any fault between. */
  public Collector collector() {
    return new Collector(dynamo, sqs, kinesis, Optional.of(s3), routes, platform.url(Topology.PARTNERS), http);
  }

  /** All that have to do with orders once they are accepted. */
  public static List<String> allServices() {
    return Topology.standard().withoutEdge().services().stream().map(Component::name).toList();
  }

  private static Thread atExit(Runnable what) {
    Thread thread = new Thread(what, "stop");
    Runtime.getRuntime().addShutdownHook(thread);
    return thread;
  }

  private static Map<String, String> partitionKeys(AwsEndpoint endpoint) {
    try (DynamoDbClient dynamo = client(DynamoDbClient.builder(), endpoint)) {
      Map<String, String> keys = new HashMap<>();
      dynamo.listTables().tableNames().forEach(table -> dynamo.describeTable(describe -> describe.tableName(table)).table().keySchema().stream()
          .filter(key -> key.keyType() == KeyType.HASH).forEach(key -> keys.put(table, key.attributeName())));
      return keys;
    }
  }

  private static Routes routes(AwsEndpoint endpoint) {
    try (SnsClient sns = client(SnsClient.builder(), endpoint)) {
      return Routes.read(sns);
    }
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, AwsEndpoint endpoint) {
    return builder.region(Region.of(endpoint.region())).endpointOverride(endpoint.override().orElseThrow())
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  private void end() {
    processes.letGoOfAll();
    platform.cancel();
  }

  @Override
  public void close() {
    end();
    proxy.close();
    dynamo.close();
    sqs.close();
    kinesis.close();
    s3.close();
    http.close();
  }
}
