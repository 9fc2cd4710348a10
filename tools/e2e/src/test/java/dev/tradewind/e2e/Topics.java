package dev.tradewind.e2e;

import dev.tradewind.core.Message;
import dev.tradewind.launcher.resources.AwsEndpoint;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.Topic;

/** The topics on which services tell what happened, for whoever tells something in their place. */
final class Topics implements AutoCloseable {

  private final SnsClient sns;

  Topics(AwsEndpoint endpoint) {
    sns = SnsClient.builder().region(Region.of(endpoint.region())).endpointOverride(endpoint.override().orElseThrow())
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(UrlConnectionHttpClient.create()).build();
  }

  void tell(String service, Message event) {
    var type = MessageAttributeValue.builder().dataType("String").stringValue(Queues.CODEC.typeOf(event.data())).build();
    sns.publish(publish -> publish.topicArn(arn(service)).message(Queues.CODEC.write(event)).messageAttributes(Map.of("type", type)));
  }

  private String arn(String service) {
    return sns.listTopicsPaginator().topics().stream().map(Topic::topicArn).filter(arn -> arn.endsWith(":tradewind-" + service)).findAny()
        .orElseThrow(() -> new IllegalStateException("there is no topic of " + service));
  }

  @Override
  public void close() {
    sns.close();
  }
}
