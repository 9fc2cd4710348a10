package dev.tradewind.localcloud.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradewind.localcloud.Hand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes as time goes by. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExpiryTest {

  @TempDir
  private Path directory;

  private final Hand clock = new Hand();
  private Streams streams;
  private Call call;

  @BeforeEach
  void open() throws IOException {
    streams = new Streams(directory, clock);
    call = new Call(streams);
    call.create("s", 1);
  }

  @AfterEach
  void close() throws IOException {
    streams.close();
  }

  private static String typeOf(Runnable refused) {
    return catchThrowableOfType(KinesisException.class, refused::run).type();
  }

  @Test
  void an_iterator_is_good_for_five_minutes() {
    var iterator = call.iterator("s", "TRIM_HORIZON", "");
    clock.pass(Duration.ofMinutes(5));
    assertThat(call.read(iterator).get("Records")).isEmpty();
    clock.pass(Duration.ofMillis(1));
    assertThat(typeOf(() -> call.read(iterator))).isEqualTo("ExpiredIteratorException");
  }

  @Test
  void a_read_gives_an_iterator_that_is_good_for_five_more() {
    var iterator = call.iterator("s", "LATEST", "");
    for (int i = 0; i < 3; i++) {
      clock.pass(Duration.ofMinutes(4));
      iterator = call.read(iterator).get("NextShardIterator").textValue();
    }
    call.put("s", "YQ==");
    assertThat(call.read(iterator).get("Records")).hasSize(1);
  }

  @Test
  void records_are_gone_after_a_day() {
    call.put("s", "YQ==");
    clock.pass(Duration.ofHours(23));
    call.put("s", "Yg==");
    assertThat(call.read(call.iterator("s", "TRIM_HORIZON", "")).get("Records")).hasSize(2);
    clock.pass(Duration.ofHours(2));
    assertThat(call.read(call.iterator("s", "TRIM_HORIZON", "")).get("Records")).singleElement()
        .satisfies(left -> assertThat(left.get("Data").asText()).isEqualTo("Yg=="));
  }

  @Test
  void records_stay_as_long_as_the_stream_is_told() {
    call.of("IncreaseStreamRetentionPeriod", "{'StreamName':'s','RetentionPeriodHours':72}");
    call.put("s", "YQ==");
    clock.pass(Duration.ofHours(71));
    assertThat(call.read(call.iterator("s", "TRIM_HORIZON", "")).get("Records")).hasSize(1);
  }

  @Test
  void reading_after_a_record_that_is_gone_starts_with_the_first_that_is_left() {
    var gone = call.put("s", "YQ==");
    clock.pass(Duration.ofHours(25));
    call.put("s", "Yg==");
    var iterator = call.iterator("s", "AFTER_SEQUENCE_NUMBER", ",'StartingSequenceNumber':'" + gone + "'");
    assertThat(call.read(iterator).get("Records")).hasSize(1);
  }

  @Test
  void a_reader_is_as_far_behind_as_its_next_record_is_old() {
    call.put("s", "YQ==");
    clock.pass(Duration.ofSeconds(3));
    call.put("s", "Yg==");
    clock.pass(Duration.ofSeconds(4));
    var first = call.of("GetRecords", "{'Limit':1,'ShardIterator':'" + call.iterator("s", "TRIM_HORIZON", "") + "'}");
    assertThat(first.get("MillisBehindLatest").longValue()).isEqualTo(4_000);
    assertThat(call.read(first.get("NextShardIterator").textValue()).get("MillisBehindLatest").longValue()).isZero();
  }

  @Test
  void an_iterator_at_a_time_starts_with_the_first_record_that_came_then_or_later() {
    call.put("s", "YQ==");
    clock.pass(Duration.ofSeconds(10));
    call.put("s", "Yg==");
    var iterator = call.iterator("s", "AT_TIMESTAMP", ",'Timestamp':" + (clock.millis() - 1) / 1000.0);
    assertThat(call.read(iterator).get("Records")).hasSize(1);
    assertThat(typeOf(() -> call.iterator("s", "AT_TIMESTAMP", ",'Timestamp':" + (clock.millis() + 1) / 1000.0)))
        .isEqualTo("InvalidArgumentException");
  }

  @Test
  void a_stream_that_was_made_anew_knows_nothing_of_the_old_one() {
    var number = call.put("s", "YQ==");
    var iterator = call.iterator("s", "TRIM_HORIZON", "");
    call.of("DeleteStream", "{'StreamName':'s'}");
    clock.pass(Duration.ofSeconds(1));
    call.create("s", 1);
    call.put("s", "Yg==");
    assertThat(typeOf(() -> call.read(iterator))).isEqualTo("InvalidArgumentException");
    assertThat(typeOf(() -> call.iterator("s", "AT_SEQUENCE_NUMBER", ",'StartingSequenceNumber':'" + number + "'")))
        .isEqualTo("InvalidArgumentException");
  }
}
