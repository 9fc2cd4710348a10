package dev.tradewind.launcher.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.CreateStreamRequest;
import software.amazon.awssdk.services.kinesis.model.CreateStreamResponse;
import software.amazon.awssdk.services.kinesis.model.DecreaseStreamRetentionPeriodRequest;
import software.amazon.awssdk.services.kinesis.model.DecreaseStreamRetentionPeriodResponse;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamResponse;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryResponse;
import software.amazon.awssdk.services.kinesis.model.EncryptionType;
import software.amazon.awssdk.services.kinesis.model.IncreaseStreamRetentionPeriodRequest;
import software.amazon.awssdk.services.kinesis.model.IncreaseStreamRetentionPeriodResponse;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.StartStreamEncryptionRequest;
import software.amazon.awssdk.services.kinesis.model.StartStreamEncryptionResponse;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.kinesis.model.UpdateShardCountRequest;
import software.amazon.awssdk.services.kinesis.model.UpdateShardCountResponse;
import software.amazon.awssdk.services.kinesis.model.UpdateStreamModeRequest;
import software.amazon.awssdk.services.kinesis.model.UpdateStreamModeResponse;
import software.amazon.awssdk.services.kinesis.waiters.KinesisWaiter;

class StreamsTest {

  private final FakeKinesis kinesis = new FakeKinesis();
  private final Streams streams = new Streams(kinesis);
  private final Manifest events = Rendered.named(Rendered.onAws(), "Stream", "tradewind-events");

  private Change apply(Manifest manifest) {
    Change change = streams.apply(manifest);
    streams.await(manifest);
    return change;
  }

  @Test
  void aMissingStreamIsCreatedAndThenLeftAlone() {
    assertThat(apply(events)).isEqualTo(Change.CREATED);
    kinesis.writes.clear();

    assertThat(apply(events)).isEqualTo(Change.UNCHANGED);
    assertThat(kinesis.writes).isEmpty();
  }

  @Test
  void retentionAndEncryptionAreSetOnceTheStreamIsActive() {
    apply(events);

    assertThat(kinesis.writes).hasExactlyElementsOfTypes(
        CreateStreamRequest.class, IncreaseStreamRetentionPeriodRequest.class, StartStreamEncryptionRequest.class);
  }

  @Test
  void retentionIsShortenedToo() {
    apply(events);
    kinesis.writes.clear();

    apply(Rendered.with(events, "retentionPeriodHours", 24));
    assertThat(kinesis.writes).hasExactlyElementsOfTypes(DecreaseStreamRetentionPeriodRequest.class);
  }

  @Test
  void anotherNumberOfShardsIsScaledTo() {
    apply(events);

    assertThat(apply(Rendered.with(events, "shardCount", 4))).isEqualTo(Change.UPDATED);
    assertThat(apply(Rendered.with(events, "shardCount", 4))).isEqualTo(Change.UNCHANGED);
    assertThat(kinesis.writes).last().isEqualTo(UpdateShardCountRequest.builder()
        .streamName("tradewind-events").targetShardCount(4).scalingType("UNIFORM_SCALING").build());
  }

  @Test
  void anotherModeIsChangedTo() {
    apply(events);

    assertThat(apply(Rendered.with(Rendered.without(events, "shardCount"), "streamModeDetails", Map.of("streamMode", "ON_DEMAND"))))
        .isEqualTo(Change.UPDATED);
    assertThat(kinesis.writes).last().isInstanceOf(UpdateStreamModeRequest.class);
  }

  @Test
  void anEndpointThatCannotScaleIsQuotedWithBothNumbers() {
    apply(events);

    assertThatThrownBy(() -> apply(Rendered.with(events, "shardCount", 9))).isInstanceOf(ResourceException.class)
        .hasMessage("Stream tradewind-events: AWS refused UpdateShardCount from 2 to 9: not supported");
  }

  /** The settings of streams. */
  private static final class FakeKinesis implements KinesisClient {
    private final List<Object> writes = new ArrayList<>();
    private final Map<String, StreamDescriptionSummary> streams = new HashMap<>();

    private StreamDescriptionSummary get(String stream) {
      if (!streams.containsKey(stream)) {
        throw ResourceNotFoundException.builder().message("no such stream").build();
      }
      return streams.get(stream);
    }

    private void change(Object request, String stream, java.util.function.Consumer<StreamDescriptionSummary.Builder> change) {
      writes.add(request);
      streams.put(stream, get(stream).copy(change::accept));
    }

    @Override
    public CreateStreamResponse createStream(CreateStreamRequest request) {
      writes.add(request);
      streams.put(request.streamName(), StreamDescriptionSummary.builder().streamName(request.streamName()).streamARN(request.streamName())
          .streamStatus(StreamStatus.ACTIVE).openShardCount(request.shardCount()).streamModeDetails(request.streamModeDetails())
          .retentionPeriodHours(24).encryptionType(EncryptionType.NONE).build());
      return CreateStreamResponse.builder().build();
    }

    @Override
    public DescribeStreamSummaryResponse describeStreamSummary(DescribeStreamSummaryRequest request) {
      return DescribeStreamSummaryResponse.builder().streamDescriptionSummary(get(request.streamName())).build();
    }

    @Override
    public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
      return DescribeStreamResponse.builder()
          .streamDescription(description -> description.streamStatus(get(request.streamName()).streamStatus())).build();
    }

    @Override
    public IncreaseStreamRetentionPeriodResponse increaseStreamRetentionPeriod(IncreaseStreamRetentionPeriodRequest request) {
      change(request, request.streamName(), stream -> stream.retentionPeriodHours(request.retentionPeriodHours()));
      return IncreaseStreamRetentionPeriodResponse.builder().build();
    }

    @Override
    public DecreaseStreamRetentionPeriodResponse decreaseStreamRetentionPeriod(DecreaseStreamRetentionPeriodRequest request) {
      change(request, request.streamName(), stream -> stream.retentionPeriodHours(request.retentionPeriodHours()));
      return DecreaseStreamRetentionPeriodResponse.builder().build();
    }

    @Override
    public StartStreamEncryptionResponse startStreamEncryption(StartStreamEncryptionRequest request) {
      change(request, request.streamName(), stream -> stream.encryptionType(request.encryptionType()));
      return StartStreamEncryptionResponse.builder().build();
    }

    @Override
    public UpdateShardCountResponse updateShardCount(UpdateShardCountRequest request) {
      if (request.targetShardCount() == 9) {
        throw (KinesisException) KinesisException.builder().message("not supported").build();
      }
      change(request, request.streamName(), stream -> stream.openShardCount(request.targetShardCount()));
      return UpdateShardCountResponse.builder().build();
    }

    @Override
    public UpdateStreamModeResponse updateStreamMode(UpdateStreamModeRequest request) {
      change(request, request.streamARN(), stream -> stream.streamModeDetails(request.streamModeDetails()));
      return UpdateStreamModeResponse.builder().build();
    }

    @Override
    public KinesisWaiter waiter() {
      return KinesisWaiter.builder().client(this).build();
    }

    @Override
    public String serviceName() {
      return "kinesis";
    }

    @Override
    public void close() {}
  }
}
