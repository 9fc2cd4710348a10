package dev.tradewind.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.bench.ReadersResults.Replayed;
import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.platform.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Runs {@code ./tradewind replay queries} on the platform that is measured: the same program, in a JVM with the same memory. */
final class Replays {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> JVM =
      List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(100);
  private static final int SAMPLES_A_COLLECTION = 40;
  private static final String JAR = "tools/timemachine/target/timemachine.jar";
  private static final String MAIN = "dev.tradewind.timemachine.Replay";

  private final Rig rig;

  Replays(Rig rig) {
    this.rig = rig;
  }

  /**
   * Rebuilds the views.
   *
   * @param commits of all services, in the archive
   * @throws BenchException when it fails
   */
  Replayed run(String table, long commits) throws InterruptedException {
    Path errors = rig.directory().resolve(table + ".log");
    Path collections = rig.directory().resolve(table + "-gc.log");
    try {
      ProcessBuilder builder = new ProcessBuilder(command(table, collections)).redirectError(errors.toFile());
      builder.environment().putAll(rig.platform().endpoint().environment());
      Duration cloudBefore = cloud();
      Process replay = builder.start();
      AtomicReference<Duration> own = sampled(replay);
      String told = new String(replay.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (replay.waitFor() != 0) {
        throw new BenchException("the replay failed: " + Files.readString(errors));
      }
      JsonNode done = JSON.readTree(told);
      return new Replayed(commits, done.path("commits").asLong(), done.path("events").asLong(), done.path("written").asLong(),
          done.path("seconds").asDouble(), GcLog.mostInUse(collections), seconds(own.get()), seconds(cloud().minus(cloudBefore)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Processor time of the local cloud so far. */
  private Duration cloud() throws InterruptedException {
    return Usage.now(rig, List.of()).cpu().get(Topology.LOCAL_CLOUD);
  }

  /** Processor time of a process, which the system tells only while it lives. */
  private static AtomicReference<Duration> sampled(Process process) {
    AtomicReference<Duration> spent = new AtomicReference<>(Duration.ZERO);
    Thread.ofVirtual().start(() -> {
      for (int sample = 1; process.isAlive(); sample++) {
        process.info().totalCpuDuration().ifPresent(spent::set);
        if (sample % SAMPLES_A_COLLECTION == 0) {
          collect(process);
        }
        LockSupport.parkNanos(BETWEEN_SAMPLES.toNanos());
      }
    });
    return spent;
  }

  /** Garbage is collected so that the collector's log says what is in use. A process that has just ended needs no collection. */
  private static void collect(Process process) {
    try {
      new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid()), "GC.run")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException noJcmd) {
      throw new UncheckedIOException("this needs a JDK, with bin/jcmd", noJcmd);
    }
  }

  private static double seconds(Duration duration) {
    return Math.round(duration.toMillis() / 100.0) / 10.0;
  }

  private static List<String> command(String table, Path collections) {
    Path root = Home.find().root();
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(JVM);
    command.addAll(List.of("-Xlog:gc:file=" + collections, "-D" + Home.PROPERTY + "=" + root, "-cp", root.resolve(JAR).toString(), MAIN,
        "queries", "--table", table, "--json"));
    return command;
  }
}
