package dev.tradewind.bench;

import dev.tradewind.archive.format.ArchiveKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Lists the archive again and again, as anyone may who reads it, and remembers when each object was first there. S3 itself tells the time of a write
 * in whole seconds only. What is told is too late by up to a look, never too early.
 */
final class ArchiveWatch implements AutoCloseable {

  static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final EventArchive archive;
  private final Instant since;
  private final Map<ArchiveKey, Instant> seen = new ConcurrentHashMap<>();
  private final Thread watcher;
  private volatile boolean closed;

  /** Begins at once. */
  ArchiveWatch(EventArchive archive) {
    this.archive = archive;
    since = Instant.now();
    watcher = Thread.ofPlatform().daemon().name("archive-watch").start(this::watch);
  }

  /** Now; what is there already is not seen any later. */
  void lookOnceMore() {
    List<ArchiveKey> there = archive.objects(since);
    Instant now = Instant.now();
    there.forEach(key -> seen.putIfAbsent(key, now));
  }

  private void watch() {
    while (!closed) {
      lookOnceMore();
      try {
        TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
      } catch (InterruptedException ended) {
        return;
      }
    }
  }

  /** What was found of the commits that were made since it began. */
  ArchivedCommits found() {
    Map<Instant, List<String>> lines = new LinkedHashMap<>();
    seen.entrySet().stream().sorted(Map.Entry.comparingByValue())
        .forEach(object -> lines.computeIfAbsent(object.getValue(), at -> new ArrayList<>()).addAll(archive.lines(object.getKey())));
    ArchivedCommits found = new ArchivedCommits(since);
    lines.forEach((at, commits) -> commits.forEach(line -> found.add(line, EventArchive.CODEC.read(line), at)));
    return found;
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    watcher.join();
  }
}
