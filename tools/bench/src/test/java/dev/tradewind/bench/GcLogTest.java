package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcLogTest {

  @TempDir
  private Path directory;

  @Test
  void whatIsLeftAfterTheCollectionThatLeavesTheMost() throws IOException {
    assertThat(left("""
        [0.012s][info][gc] Using G1
        [0.345s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->5M(32M) 2.345ms
        [1.345s][info][gc] GC(1) Pause Young (Concurrent Start) (Metadata GC Threshold) 90M->47M(128M) 12.345ms
        [1.346s][info][gc] GC(2) Concurrent Mark Cycle
        [1.400s][info][gc] GC(2) Pause Remark 99M->99M(128M) 2.000ms
        [2.000s][info][gc] GC(3) Pause Full (Allocation Failure) 60M->12M(128M) 9.000ms
        """)).isEqualTo(47);
  }

  @Test
  void withoutACollectionNothingIsKnown() throws IOException {
    assertThat(left("[0.012s][info][gc] Using Serial\n")).isZero();
  }

  private long left(String log) throws IOException {
    return GcLog.mostLeft(Files.writeString(directory.resolve("gc.log"), log));
  }
}
