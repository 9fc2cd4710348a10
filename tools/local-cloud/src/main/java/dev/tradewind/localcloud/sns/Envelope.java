package dev.tradewind.localcloud.sns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The JSON document that a queue gets without raw delivery. Nothing here can sign it, and the signature says so. */
final class Envelope {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final String SERVICE = "https://sns.us-east-1.amazonaws.com/";

  private Envelope() {}

  static String around(Publication publication, Subscription subscription, Instant now) {
    var envelope = JsonNodeFactory.instance.objectNode();
    envelope.put("Type", "Notification");
    envelope.put("MessageId", publication.messageId());
    envelope.put("TopicArn", subscription.topicArn());
    publication.subject().ifPresent(subject -> envelope.put("Subject", subject));
    envelope.put("Message", publication.body());
    envelope.put("Timestamp", TIME.format(now));
    envelope.put("SignatureVersion", "1");
    envelope.put("Signature", "UNSIGNED");
    envelope.put("SigningCertURL", SERVICE + "SimpleNotificationService-0.pem");
    envelope.put("UnsubscribeURL", SERVICE + "?Action=Unsubscribe&SubscriptionArn=" + subscription.arn());
    if (!publication.attributes().isEmpty()) {
      var attributes = envelope.putObject("MessageAttributes");
      publication.attributes().forEach((name, attribute) ->
          attributes.putObject(name).put("Type", attribute.dataType()).put("Value", attribute.value()));
    }
    return envelope.toString();
  }
}
