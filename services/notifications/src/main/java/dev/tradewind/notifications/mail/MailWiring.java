package dev.tradewind.notifications.mail;

import dev.tradewind.quarkus.ReturnToContext;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2AsyncClient;

/** Which way mail leaves: into the outbox when one is named, otherwise through SES. */
final class MailWiring {

  @Produces
  @Singleton
  static Mailer mailer(
      Vertx vertx,
      @ConfigProperty(name = "tradewind.notifications.mail.outbox") Optional<Path> outbox,
      @ConfigProperty(name = "tradewind.notifications.mail.timeout-millis") long timeoutMillis,
      @ConfigProperty(name = "tradewind.aws.region", defaultValue = "us-east-1") String region) {
    var mailer = outbox.<Mailer>map(directory -> new OutboxMailer(vertx, directory)).orElseGet(() -> new SesMailer(ses(region, timeoutMillis)));
    return mail -> ReturnToContext.afterwards(() -> mailer.send(mail));
  }

  /** One attempt: the delivery's schedule is the one layer that tries again, and it counts. */
  private static SesV2AsyncClient ses(String region, long timeoutMillis) {
    return SesV2AsyncClient.builder()
        .region(Region.of(region))
        .httpClientBuilder(NettyNioAsyncHttpClient.builder())
        .overrideConfiguration(override -> override
            .retryStrategy(AwsRetryStrategy.doNotRetry())
            .apiCallTimeout(Duration.ofMillis(timeoutMillis)))
        .build();
  }
}
