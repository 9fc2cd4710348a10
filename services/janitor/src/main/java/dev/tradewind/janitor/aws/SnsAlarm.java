package dev.tradewind.janitor.aws;

import dev.tradewind.core.Check;
import dev.tradewind.core.Message;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.janitor.Alarm;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Tells on the janitor's own topic, with the attributes that every message has. */
public final class SnsAlarm implements Alarm {

  private final SnsAsyncClient sns;
  private final String topic;
  private final JsonCodec codec;

  /** @param topic its ARN */
  public SnsAlarm(SnsAsyncClient sns, String topic, JsonCodec codec) {
    this.sns = Check.notNull(sns, "sns");
    this.topic = Check.notBlank(topic, "topic");
    this.codec = Check.notNull(codec, "codec");
  }

  @Override
  public Uni<Void> tell(Message drift) {
    return Uni.createFrom().completionStage(() -> sns.publish(publish -> publish.topicArn(topic).message(codec.write(drift)).messageAttributes(
        Map.of("type", text(codec.typeOf(drift.data())), "correlationid", text(drift.correlationId()))))).replaceWithVoid();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
