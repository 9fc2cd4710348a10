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
  void whatWasInUseWhenACollectionWasAskedForCountsAndGarbageDoesNot() throws IOException {
    assertThat(inUse("""
        [0.012s][info][gc] Using G1
        [0.345s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->5M(32M) 2.345ms
        [1.345s][info][gc] GC(1) Pause Young (Concurrent Start) (Metadata GC Threshold) 90M->47M(128M) 12.345ms
        [2.000s][info][gc] GC(3) Pause Full (Diagnostic Command) 60M->12M(128M) 9.000ms
        [4.000s][info][gc] GC(4) Pause Full (Diagnostic Command) 70M->9M(128M) 9.000ms
        """)).isEqualTo(12);
  }

  @Test
  void withoutACollectionNothingIsKnown() throws IOException {
    assertThat(inUse("[0.012s][info][gc] Using Serial\n")).isZero();
  }

  private long inUse(String log) throws IOException {
    return GcLog.mostInUse(Files.writeString(directory.resolve("gc.log"), log));
  }
}
