package dev.tradewind.localcloud.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordLogTest {

  private static final int PLENTY = 1_000_000;

  /** Room for a few of the records below in each file. */
  private static final int SMALL_FILES = 100;

  @TempDir
  private Path directory;

  private RecordLog log;

  @BeforeEach
  void open() throws IOException {
    log = RecordLog.open(directory, SMALL_FILES);
  }

  @AfterEach
  void close() throws IOException {
    log.close();
  }

  private void reopen() throws IOException {
    close();
    open();
  }

  private static NewRecord text(String text) {
    return new NewRecord("key of " + text, text.getBytes(UTF_8));
  }

  private void append(long millis, String... texts) throws IOException {
    log.append(millis, Arrays.stream(texts).map(RecordLogTest::text).toList());
  }

  private List<String> read(long from) throws IOException {
    return texts(log.read(from, PLENTY, PLENTY));
  }

  private static List<String> texts(List<StoredRecord> records) {
    return records.stream().map(stored -> new String(stored.data(), UTF_8)).toList();
  }

  /** Through all files, as a reader goes. */
  private List<String> readAll() throws IOException {
    var all = new java.util.ArrayList<String>();
    for (var part = log.read(0, PLENTY, PLENTY); !part.isEmpty(); part = log.read(part.getLast().index() + 1, PLENTY, PLENTY)) {
      all.addAll(texts(part));
    }
    return all;
  }

  private long files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.count();
    }
  }

  @Test
  void an_empty_log_has_nothing_and_starts_with_index_1() throws IOException {
    assertThat(log.end()).isEqualTo(1);
    assertThat(read(0)).isEmpty();
    assertThat(log.firstSince(0)).isEqualTo(1);
  }

  @Test
  void records_are_read_with_all_that_was_written() throws IOException {
    var stored = log.append(5, List.of(new NewRecord("schlüssel", new byte[] {0, -1}), new NewRecord("empty", new byte[0])));
    assertThat(stored).extracting(StoredRecord::index).containsExactly(1L, 2L);
    assertThat(log.read(1, PLENTY, PLENTY)).usingRecursiveComparison().isEqualTo(stored);
    assertThat(stored.getFirst()).usingRecursiveComparison()
        .isEqualTo(new StoredRecord(1, 5, "schlüssel", new byte[] {0, -1}));
  }

  @Test
  void a_read_keeps_to_both_limits_but_brings_at_least_one() throws IOException {
    append(1, "a", "b", "c");
    assertThat(texts(log.read(1, 2, PLENTY))).containsExactly("a", "b");
    assertThat(texts(log.read(2, PLENTY, 1))).containsExactly("b");
    assertThat(texts(log.read(2, PLENTY, 2 * Frame.of(1, text("b")).length))).containsExactly("b", "c");
  }

  @Test
  void many_files_are_one_log() throws IOException {
    for (int i = 0; i < 50; i++) {
      append(i, "record " + i);
    }
    assertThat(files()).isGreaterThan(5);
    assertThat(readAll()).hasSize(50).startsWith("record 0").endsWith("record 49");
    assertThat(read(20)).first().isEqualTo("record 19");
    assertThat(log.arrivalOf(20)).isEqualTo(19);
    assertThat(log.firstSince(30)).isEqualTo(31);
    assertThat(log.firstSince(50)).isEqualTo(log.end()).isEqualTo(51);
  }

  @Test
  void it_is_the_same_after_a_restart() throws IOException {
    for (int i = 0; i < 20; i++) {
      append(i, "record " + i);
    }
    var before = readAll();
    reopen();
    assertThat(readAll()).isEqualTo(before);
    assertThat(log.arrivalOf(7)).isEqualTo(6);
    append(20, "next");
    assertThat(read(21)).containsExactly("next");
  }

  @Test
  void what_a_crash_left_unfinished_is_not_there() throws IOException {
    append(1, "whole", "torn");
    log.close();
    var file = directory.resolve("0000000000000000001.records");
    try (var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 1);
    }
    open();
    assertThat(readAll()).containsExactly("whole");
    append(2, "x");
    reopen();
    assertThat(readAll()).containsExactly("whole", "x");
  }

  @Test
  void files_of_expired_records_go_and_indexes_go_on() throws IOException {
    for (int i = 0; i < 50; i++) {
      append(i, "record " + i);
    }
    log.dropBefore(100);
    assertThat(files()).isEqualTo(1);
    assertThat(log.end()).isEqualTo(51);
    assertThat(read(0)).isEqualTo(readAll()).endsWith("record 49").doesNotContain("record 0");
    assertThat(log.mayHaveComeAt(1, 12_345)).isTrue();
    reopen();
    append(100, "later");
    assertThat(log.end()).isEqualTo(52);
  }

  @Test
  void records_that_are_kept_stay() throws IOException {
    for (int i = 0; i < 50; i++) {
      append(i, "record " + i);
    }
    log.dropBefore(25);
    assertThat(read(log.firstSince(25))).first().isEqualTo("record 25");
    assertThat(log.mayHaveComeAt(26, 25)).isTrue();
    assertThat(log.mayHaveComeAt(26, 24)).isFalse();
  }

  @Test
  void a_clock_that_is_set_back_does_not_disturb_the_order() throws IOException {
    append(10, "a");
    append(3, "b");
    assertThat(log.arrivalOf(2)).isEqualTo(10);
    assertThat(log.firstSince(4)).isEqualTo(1);
  }

  @Test
  void what_cannot_be_written_is_not_there() throws IOException {
    append(1, "a");
    log.close();
    assertThatThrownBy(() -> append(2, "b")).isInstanceOf(ClosedChannelException.class);
    assertThat(log.end()).isEqualTo(2);
    open();
    assertThat(readAll()).containsExactly("a");
  }
}
