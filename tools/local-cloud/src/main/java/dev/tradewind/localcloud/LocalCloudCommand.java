package dev.tradewind.localcloud;

import dev.tradewind.localcloud.servicediscovery.CloudMapOptions;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: starts the cloud, says where it is on one line, and stays until it is told to stop. */
@Command(
    name = "local-cloud",
    description = "DynamoDB, SQS, SNS, Kinesis, S3 and Cloud Map in one process behind one endpoint.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:stopped", "1:did not start", "2:bad option, or the port is in use"})
final class LocalCloudCommand implements Callable<Integer> {

  private static final int DID_NOT_START = 1;
  private static final int PORT_IN_USE = 2;

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to bind (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(names = "--port", defaultValue = "4566", description = "Port to bind; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--data", paramLabel = "DIR", description = "Keep everything in this directory across restarts (default: keep it in memory).")
  private Path data;

  @Option(names = "--cloud-map-propagation-millis", paramLabel = "MILLIS", defaultValue = "0",
      description = "How long registering and deregistering an instance takes; some seconds on AWS (default: ${DEFAULT-VALUE}).")
  private long cloudMapPropagationMillis;

  @Option(names = "--cloud-map-health-millis", paramLabel = "MILLIS", defaultValue = "0",
      description = "How long it takes until a reported health counts; 30000 on AWS (default: ${DEFAULT-VALUE}).")
  private long cloudMapHealthMillis;

  @Option(names = "--cloud-map-discovers-per-second", paramLabel = "COUNT", defaultValue = "" + CloudMapOptions.DISCOVERS_PER_SECOND,
      description = "Calls of DiscoverInstances that are not throttled, twice as many in a burst (default: ${DEFAULT-VALUE}).")
  private int cloudMapDiscoversPerSecond;

  @Option(names = "--cloud-map-revisions-per-second", paramLabel = "COUNT", defaultValue = "" + CloudMapOptions.REVISIONS_PER_SECOND,
      description = "Calls of DiscoverInstancesRevision that are not throttled (default: ${DEFAULT-VALUE}).")
  private int cloudMapRevisionsPerSecond;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this and exit.")
  private boolean help;

  public static void main(String[] args) {
    System.exit(new CommandLine(new LocalCloudCommand()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    LocalCloud cloud;
    try {
      cloud = LocalCloud.start(new Options(host, port, Optional.ofNullable(data), cloudMap()));
    } catch (BindException e) {
      System.err.println("local-cloud: port %d of %s is in use: stop what has it or choose another with --port"
          .formatted(port, host));
      return PORT_IN_USE;
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("local-cloud: " + e.getMessage());
      return DID_NOT_START;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(cloud::close, "stop"));
    System.out.println("local-cloud ready " + cloud.endpoint());
    new CountDownLatch(1).await();
    return 0;
  }

  private CloudMapOptions cloudMap() {
    return new CloudMapOptions(Duration.ofMillis(cloudMapPropagationMillis), Duration.ofMillis(cloudMapHealthMillis),
        cloudMapDiscoversPerSecond, cloudMapRevisionsPerSecond);
  }
}
