package dev.tradewind.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @TempDir
  private Path directory;

  @Test
  void theTailIsTheLastLines() throws IOException {
    LogFile log = log("one\ntwo\nthree\n");

    assertThat(log.tail(2)).containsExactly("two", "three");
    assertThat(log.tail(9)).hasSize(3);
    assertThat(log.from(4)).isEqualTo("two\nthree\n");
    assertThat(log.from(99)).isEmpty();
  }

  @Test
  void ofAVeryLongLogOnlyTheEndIsRead() throws IOException {
    LogFile log = log(IntStream.range(0, 300_000).mapToObj(Integer::toString).collect(Collectors.joining("\n")));

    assertThat(log.size()).isGreaterThan(1 << 20);
    assertThat(log.tail(1)).containsExactly("299999");
    assertThat(log.tail(Integer.MAX_VALUE)).hasSizeLessThan(300_000);
  }

  @Test
  void aLogThatIsNotThereIsEmpty() {
    LogFile absent = new LogFile(directory.resolve("absent.log"));

    assertThat(absent.size()).isZero();
    assertThat(absent.tail(5)).isEmpty();
  }

  private LogFile log(String text) throws IOException {
    return new LogFile(Files.writeString(directory.resolve("some.log"), text));
  }
}
