package dev.tradewind.archive.format;

import dev.tradewind.archive.format.ObjectStore.Content;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.core.wire.UnreadableMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What several objects become: their lines sorted by service, stream and version, each once. A commit that was put again and reads the same to the
 * last byte is a repeat; one that reads otherwise is kept beside the first. It follows from the objects alone: whoever merges them writes the same.
 *
 * @param key its name
 * @param from what it is made of
 * @param lines its lines
 * @param repeats how many lines were left out
 */
record Merged(ArchiveKey key, Run from, Lines lines, int records, int repeats) {

  private static final Comparator<LoggedCommit> ORDER = Comparator.comparing(LoggedCommit::source)
      .thenComparing(commit -> commit.stream().toString()).thenComparing(LoggedCommit::version);

  /** @throws DamagedArchive when a line is no commit */
  static Merged of(ArchiveKey.Place place, Run run, List<String> lines, LogCodec codec) {
    var key = run.key(place);
    Map<String, LoggedCommit> once = new LinkedHashMap<>();
    lines.forEach(line -> once.computeIfAbsent(line, text -> read(key, text, codec)));
    var sorted = once.entrySet().stream()
        .sorted(Map.Entry.<String, LoggedCommit>comparingByValue(ORDER).thenComparing(Map.Entry::getKey))
        .map(entry -> entry.getKey().getBytes(StandardCharsets.UTF_8)).toList();
    return new Merged(key, run, Lines.of(sorted), sorted.size(), lines.size() - sorted.size());
  }

  Content content() {
    return new Content(lines.compressed(), "application/gzip", Map.of("records", Integer.toString(records)));
  }

  Manifest.Entry entry(Instant now) {
    var entries = from.entries();
    return new Manifest.Entry(key.toString(), entries.getFirst().after(), key.first(), key.last(), records,
        entries.stream().map(Manifest.Entry::parked).flatMap(Collection::stream).toList(), lines.size(), lines.sha256(),
        entries.stream().map(Manifest.Entry::firstTime).flatMap(Optional::stream).min(Instant::compareTo),
        entries.stream().map(Manifest.Entry::lastTime).flatMap(Optional::stream).max(Instant::compareTo), Optional.of(now));
  }

  private static LoggedCommit read(ArchiveKey key, String line, LogCodec codec) {
    try {
      return codec.read(line);
    } catch (UnreadableMessage e) {
      throw new DamagedArchive("%s cannot be merged: a line of its objects is no commit: %s".formatted(key, e.getMessage()), e);
    }
  }
}
