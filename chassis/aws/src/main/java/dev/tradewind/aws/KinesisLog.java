package dev.tradewind.aws;

import dev.tradewind.aws.BatchCall.Refusal;
import dev.tradewind.core.Check;
import dev.tradewind.core.Commit;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.wire.LogCodec;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/**
 * The central log as one Kinesis stream. The partition key is the commit's stream, so that a reader finds all of it in one shard; the order there
 * is not relied on. Commits of concurrent callers share requests; a record that is refused, because its shard is asked too much for one, is put
 * again.
 */
public final class KinesisLog implements EventLog {

  /** As Kinesis sets them for a request. */
  private static final Batcher.Limits LIMITS = new Batcher.Limits(500, 5 * 1024 * 1024);
  private static final int MOST_RECORD_BYTES = 1024 * 1024;
  private static final int LONGEST_KEY = 256;

  /**
   * Where commits go.
   *
   * @param stream its name
   * @param linger how long a commit may wait for others to share its request; zero sends at once
   */
  public record Options(String stream, Duration linger) {

    public Options {
      Check.notBlank(stream, "stream");
      Check.that(!linger.isNegative(), "linger must not be negative, but is %s", linger);
    }
  }

  private record Record(String key, byte[] data) {

    int bytes() {
      return key.getBytes(StandardCharsets.UTF_8).length + data.length;
    }
  }

  private final String stream;
  private final LogCodec codec;
  private final KinesisAsyncClient kinesis;
  private final Batcher<Record> batcher;

  public KinesisLog(Options options, LogCodec codec, KinesisAsyncClient kinesis) {
    this(options, codec, kinesis, Timer.shared(), Backoff.RANDOM);
  }

  KinesisLog(Options options, LogCodec codec, KinesisAsyncClient kinesis, Timer timer, DoubleSupplier chance) {
    this.stream = Check.notNull(options, "options").stream();
    this.codec = Check.notNull(codec, "codec");
    this.kinesis = Check.notNull(kinesis, "kinesis");
    this.batcher = new Batcher<>(LIMITS, Record::bytes, this::putRecords, options.linger(), timer, chance);
  }

  @Override
  public Uni<Void> put(String service, Commit<?> commit) {
    return Uni.createFrom().deferred(() -> batcher.add(record(service, commit)));
  }

  /** What Kinesis would refuse must not share a request: all of it would be refused. */
  private Record record(String service, Commit<?> commit) {
    var record = new Record(commit.stream().toString(), codec.write(service, commit).getBytes(StandardCharsets.UTF_8));
    Check.that(record.key().length() <= LONGEST_KEY, "the name of a stream has %d characters at most, but that of %s has %d",
        LONGEST_KEY, commit.id(), record.key().length());
    Check.that(record.bytes() <= MOST_RECORD_BYTES, "a record of the log holds %d bytes, but commit %s takes %d",
        MOST_RECORD_BYTES, commit.id(), record.bytes());
    return record;
  }

  private Uni<List<Refusal>> putRecords(List<Record> records) {
    var entries = records.stream().map(KinesisLog::entry).toList();
    return Uni.createFrom().completionStage(() -> kinesis.putRecords(request -> request.streamName(stream).records(entries)))
        .map(answer -> refusals(entries.size(), answer.records()));
  }

  /** Results come in the order of the records. Only what has a place in the stream is there. */
  private static List<Refusal> refusals(int records, List<PutRecordsResultEntry> results) {
    var refused = new ArrayList<Refusal>();
    for (int i = 0; i < records; i++) {
      if (i >= results.size()) {
        refused.add(new Refusal(i, false, "Unanswered"));
      } else if (results.get(i).sequenceNumber() == null) {
        refused.add(new Refusal(i, false, String.valueOf(results.get(i).errorCode())));
      }
    }
    return refused;
  }

  private static PutRecordsRequestEntry entry(Record record) {
    return PutRecordsRequestEntry.builder().partitionKey(record.key()).data(SdkBytes.fromByteArrayUnsafe(record.data())).build();
  }
}
