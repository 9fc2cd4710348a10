package dev.tradewind.localcloud;

import dev.tradewind.localcloud.dynamodb.DynamoDbService;
import dev.tradewind.localcloud.kinesis.KinesisService;
import dev.tradewind.localcloud.s3.S3Service;
import dev.tradewind.localcloud.servicediscovery.CloudMapService;
import dev.tradewind.localcloud.sns.SnsService;
import dev.tradewind.localcloud.sqs.SqsService;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * DynamoDB, SQS, SNS, Kinesis, S3 and Cloud Map in this JVM behind one HTTP endpoint, as any AWS SDK client expects them. Account
 * {@code 000000000000}, region {@code us-east-1}; every credential is accepted and sees the same resources.
 */
public final class LocalCloud implements AutoCloseable {

  /** DynamoDB calls hold a thread each while SQLite works; more threads than this only wait for one another. */
  private static final int THREADS = 64;

  /** Longer than any SDK keeps an idle connection, so that it is never the server that closes one in use. */
  private static final long IDLE_MILLIS = 300_000;

  private final Server server;
  private final List<CloudService> services;
  private final URI endpoint;

  private LocalCloud(Server server, List<CloudService> services, URI endpoint) {
    this.server = server;
    this.services = services;
    this.endpoint = endpoint;
  }

  /**
   * Starts every service and returns when all of them answer. Of the clouds that keep their data, only one can run in a JVM
   * at a time: ElasticMQ's storage is static.
   *
   * @throws BindException when another process has the port
   * @throws IOException when the data directory cannot be used
   */
  public static LocalCloud start(Options options) throws IOException {
    var threads = new QueuedThreadPool(THREADS, 4);
    threads.setName("cloud");
    var server = new Server(threads);
    var connector = bind(server, options);
    var services = new ArrayList<CloudService>();
    try {
      if (options.data().isPresent()) {
        Files.createDirectories(options.data().get());
      }
      services.add(new DynamoDbService(options.data()));
      var sqs = SqsService.start(options.data());
      services.add(sqs);
      services.add(new SnsService(options.data(), sqs.queues()));
      services.add(new KinesisService(options.data(), Clock.systemUTC()));
      services.add(new S3Service(options.data()));
      services.add(new CloudMapService(options.data(), options.cloudMap(), Clock.systemUTC()));
      server.setHandler(new Router(services));
      server.start();
    } catch (Exception e) {
      connector.close();
      close(services);
      throw e instanceof IOException io ? io : new IOException("The local cloud did not start: " + e.getMessage(), e);
    }
    return new LocalCloud(server, List.copyOf(services), URI.create("http://%s:%d".formatted(
        options.host(), connector.getLocalPort())));
  }

  /** The URL to give to AWS SDK clients. */
  public URI endpoint() {
    return endpoint;
  }

  /** Stops accepting calls and stops every service. Calls under way, long polls among them, are cut off. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The HTTP server of the local cloud did not stop: " + e.getMessage(), e);
    } finally {
      close(services);
    }
  }

  /**
   * Binds before anything starts, so that a taken port fails at once and a free one is known to all. HTTP/2 too, from the first byte:
   * that is how the SDK's asynchronous Kinesis client speaks.
   */
  private static ServerConnector bind(Server server, Options options) throws IOException {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
    connector.setHost(options.host());
    connector.setPort(options.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    try {
      connector.open();
    } catch (IOException e) {
      throw e.getCause() instanceof BindException taken ? taken : e;
    }
    return connector;
  }

  /** In reverse order: SNS delivers into SQS. */
  private static void close(List<CloudService> services) {
    services.reversed().forEach(CloudService::close);
  }
}
