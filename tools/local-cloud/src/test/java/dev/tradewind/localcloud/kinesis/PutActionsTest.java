package dev.tradewind.localcloud.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PutActionsTest {

  @TempDir
  private Path directory;

  private Streams streams;
  private Call call;

  @BeforeEach
  void open() throws IOException {
    streams = new Streams(directory, Clock.systemUTC());
    call = new Call(streams);
    call.create("s", 2);
  }

  @AfterEach
  void close() throws IOException {
    streams.close();
  }

  @Test
  void a_shard_that_cannot_be_written_fails_its_own_entries_alone() throws IOException {
    streams.get("s").shards().get(1).log().close();
    var answer = call.of("PutRecords", "{'StreamName':'s','Records':[{'PartitionKey':'1','Data':'MQ=='},{'PartitionKey':'a','Data':'YQ=='}]}");
    assertThat(answer.get("FailedRecordCount").intValue()).isEqualTo(1);
    assertThat(answer.at("/Records/0/ErrorCode").asText()).isEqualTo("InternalFailure");
    assertThat(answer.at("/Records/0/SequenceNumber").isMissingNode()).isTrue();
    assertThat(answer.at("/Records/1/ShardId").asText()).isEqualTo(Call.FIRST_SHARD);
    assertThat(answer.at("/Records/1/ErrorCode").isMissingNode()).isTrue();
    assertThat(call.read(call.iterator("s", "TRIM_HORIZON", "")).get("Records")).hasSize(1);
  }

  @Test
  void a_single_record_that_cannot_be_written_fails() throws IOException {
    streams.get("s").shards().getFirst().log().close();
    assertThat(catchThrowableOfType(KinesisException.class, () -> call.put("s", "YQ==")).status()).isEqualTo(500);
  }
}
