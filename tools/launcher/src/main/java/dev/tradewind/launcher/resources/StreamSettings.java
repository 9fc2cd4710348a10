package dev.tradewind.launcher.resources;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.EncryptionType;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/** What AWS sets on an active stream by calls of their own, and ACK keeps in the stream's spec. */
final class StreamSettings {

  static final List<String> FIELDS = List.of("retentionPeriodHours", "encryptionType", "keyID");

  private static final BackoffStrategy POLL = BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(500));
  private static final int POLLS = 240;

  private final KinesisClient kinesis;

  StreamSettings(KinesisClient kinesis) {
    this.kinesis = kinesis;
  }

  void apply(Manifest manifest, String stream) {
    StreamDescriptionSummary actual = active(manifest, stream);
    int wanted = manifest.spec().path("retentionPeriodHours").asInt(actual.retentionPeriodHours());
    if (wanted > actual.retentionPeriodHours()) {
      manifest.call("IncreaseStreamRetentionPeriod",
          () -> kinesis.increaseStreamRetentionPeriod(keep -> keep.streamName(stream).retentionPeriodHours(wanted)));
      active(manifest, stream);
    } else if (wanted < actual.retentionPeriodHours()) {
      manifest.call("DecreaseStreamRetentionPeriod",
          () -> kinesis.decreaseStreamRetentionPeriod(keep -> keep.streamName(stream).retentionPeriodHours(wanted)));
      active(manifest, stream);
    }
    if (manifest.spec().path("encryptionType").asText().equals("KMS") && actual.encryptionType() != EncryptionType.KMS) {
      manifest.call("StartStreamEncryption", () -> kinesis.startStreamEncryption(
          start -> start.streamName(stream).encryptionType(EncryptionType.KMS).keyId(manifest.text("keyID"))));
      active(manifest, stream);
    }
  }

  private StreamDescriptionSummary active(Manifest manifest, String stream) {
    try (var waiter = kinesis.waiter()) {
      manifest.call("DescribeStream until ACTIVE", () -> waiter.waitUntilStreamExists(describe -> describe.streamName(stream),
          override -> override.backoffStrategyV2(POLL).maxAttempts(POLLS)));
    }
    return manifest.call("DescribeStreamSummary", () -> kinesis.describeStreamSummary(describe -> describe.streamName(stream)))
        .streamDescriptionSummary();
  }
}
