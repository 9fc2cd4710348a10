package dev.tradewind.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

class StartAtTest {

  @Test
  void a_reader_can_begin_with_the_oldest_record_the_newest_or_at_a_time() {
    assertThat(StartAt.parse("oldest").checkpoint()).isEqualTo(ExtendedSequenceNumber.TRIM_HORIZON);
    assertThat(StartAt.parse("newest").checkpoint()).isEqualTo(ExtendedSequenceNumber.LATEST);
    var time = StartAt.parse("2026-01-31T12:00:00Z");
    assertThat(time.checkpoint()).isEqualTo(ExtendedSequenceNumber.AT_TIMESTAMP);
    assertThat(time.position().getInitialPositionInStream()).isEqualTo(InitialPositionInStream.AT_TIMESTAMP);
    assertThat(time.position().getTimestamp().toInstant()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
  }

  @Test
  void anything_else_is_refused_with_what_would_be_right() {
    assertThatThrownBy(() -> StartAt.parse("yesterday")).hasMessageContaining("oldest, newest or a time").hasMessageContaining("yesterday");
  }
}
