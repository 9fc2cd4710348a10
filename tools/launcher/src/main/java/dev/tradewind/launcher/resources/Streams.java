package dev.tradewind.launcher.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.CreateStreamRequest;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ScalingType;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/** Streams, by CreateStream, UpdateShardCount and UpdateStreamMode. */
final class Streams implements Kind {

  private final KinesisClient kinesis;
  private final StreamSettings settings;

  Streams(KinesisClient kinesis) {
    this.kinesis = kinesis;
    this.settings = new StreamSettings(kinesis);
  }

  static CreateStreamRequest request(Manifest manifest) {
    ObjectNode spec = manifest.spec().deepCopy().without(StreamSettings.FIELDS);
    // ACK's one name for it that is not AWS's.
    spec.set("streamName", spec.remove("name"));
    return new SdkShape(manifest).fill(CreateStreamRequest.builder(), spec).build();
  }

  @Override
  public Change apply(Manifest manifest) {
    CreateStreamRequest wanted = request(manifest);
    Optional<StreamDescriptionSummary> existing = find(wanted.streamName());
    if (existing.isEmpty()) {
      manifest.call("CreateStream", () -> kinesis.createStream(wanted));
      return Change.CREATED;
    }
    boolean otherMode = changeMode(manifest, wanted, existing.get());
    boolean otherShards = changeShards(manifest, wanted, existing.get());
    return otherMode || otherShards ? Change.UPDATED : Change.UNCHANGED;
  }

  @Override
  public void await(Manifest manifest) {
    settings.apply(manifest, manifest.text("name"));
  }

  private boolean changeMode(Manifest manifest, CreateStreamRequest wanted, StreamDescriptionSummary actual) {
    if (wanted.streamModeDetails() == null || Objects.equals(wanted.streamModeDetails(), actual.streamModeDetails())) {
      return false;
    }
    manifest.call("UpdateStreamMode", () -> kinesis.updateStreamMode(
        update -> update.streamARN(actual.streamARN()).streamModeDetails(wanted.streamModeDetails())));
    return true;
  }

  private boolean changeShards(Manifest manifest, CreateStreamRequest wanted, StreamDescriptionSummary actual) {
    if (wanted.shardCount() == null || wanted.shardCount().equals(actual.openShardCount())) {
      return false;
    }
    manifest.call("UpdateShardCount from " + actual.openShardCount() + " to " + wanted.shardCount(), () -> kinesis.updateShardCount(
        update -> update.streamName(wanted.streamName()).targetShardCount(wanted.shardCount()).scalingType(ScalingType.UNIFORM_SCALING)));
    return true;
  }

  private Optional<StreamDescriptionSummary> find(String stream) {
    try {
      return Optional.of(kinesis.describeStreamSummary(describe -> describe.streamName(stream)).streamDescriptionSummary());
    } catch (ResourceNotFoundException missing) {
      return Optional.empty();
    }
  }
}
