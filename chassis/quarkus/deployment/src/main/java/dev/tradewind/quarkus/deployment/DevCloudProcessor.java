package dev.tradewind.quarkus.deployment;

import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.IsNormal;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CuratedApplicationShutdownBuildItem;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem.RunningDevService;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.deployment.pkg.builditem.OutputTargetBuildItem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Starts the local cloud for dev mode and for tests, once, when nobody named an endpoint. No Docker. */
class DevCloudProcessor {

  private static final Logger LOG = Logger.getLogger("tradewind.dev");

  /** Only a service with the S3 extension knows its settings. */
  private static final String S3_CLIENT = "software.amazon.awssdk.services.s3.S3Client";

  /** Survives live reloads: Quarkus makes a new processor for each. */
  private static volatile RunningDevService running;

  @BuildStep(onlyIfNot = IsNormal.class, onlyIf = DevServicesConfig.Enabled.class)
  Optional<DevServicesResultBuildItem> cloud(DevCloudConfig config, OutputTargetBuildItem target, CuratedApplicationShutdownBuildItem shutdown) {
    if (running == null) {
      if (!config.enabled() || ConfigProvider.getConfig().getOptionalValue("tradewind.aws.endpoint", String.class).isPresent()) {
        return Optional.empty();
      }
      running = start(config, target.getOutputDirectory());
      shutdown.addCloseTask(DevCloudProcessor::stop, true);
    }
    return Optional.of(running.toBuildItem());
  }

  private static RunningDevService start(DevCloudConfig config, Path from) {
    var cloud = DevCloud.start(from, config.partners());
    LOG.infof("dev-cloud ready endpoint=%s%s", cloud.endpoint(), cloud.partners().map(url -> " partners=" + url).orElse(""));
    return new RunningDevService("tradewind-cloud", "Local cloud at " + cloud.endpoint(), null, cloud,
        settings(cloud, QuarkusClassLoader.isClassPresentAtRuntime(S3_CLIENT)));
  }

  static Map<String, String> settings(DevCloud cloud, boolean speaksS3) {
    var settings = new HashMap<String, String>();
    settings.put("tradewind.aws.endpoint", cloud.endpoint());
    settings.put("tradewind.log.endpoint-override", cloud.endpoint());
    if (speaksS3) {
      settings.put("quarkus.s3.endpoint-override", cloud.endpoint());
      settings.put("quarkus.s3.path-style-access", "true");
    }
    for (var client : speaksS3 ? List.of("dynamodb", "sqs", "sns", "s3") : List.of("dynamodb", "sqs", "sns")) {
      var prefix = "quarkus." + client + ".aws.";
      settings.put(prefix + "region", "us-east-1");
      settings.put(prefix + "credentials.type", "static");
      settings.put(prefix + "credentials.static-provider.access-key-id", "test");
      settings.put(prefix + "credentials.static-provider.secret-access-key", "test");
    }
    cloud.partners().ifPresent(url -> {
      settings.put("tradewind.provider.url", url);
      settings.put("tradewind.carrier.url", url);
      settings.put("tradewind.identity.issuer", url + "/oidc");
    });
    return settings;
  }

  private static void stop() {
    try {
      if (running != null) {
        running.close();
      }
    } catch (IOException e) {
      LOG.warnf("dev-cloud did not stop: %s", e.getMessage());
    } finally {
      running = null;
    }
  }
}
