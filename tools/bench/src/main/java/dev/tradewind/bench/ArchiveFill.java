package dev.tradewind.bench;

import dev.tradewind.archive.format.ArchiveKey;
import dev.tradewind.archive.format.Lines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the archive as long as months would: what happened to real orders, again for other ones. They come as they would at twenty a second, so that
 * the commits of a hundred of them are mixed, and those of one are spread over several objects.
 */
final class ArchiveFill {

  private static final String SHARD = "shardId-000000000009";
  private static final int MIXED_ORDERS = 100;
  private static final Duration BETWEEN_ORDERS = Duration.ofMillis(50);
  private static final int LINES_IN_AN_OBJECT = 500;
  private static final int OBJECTS_IN_AN_HOUR = 40;
  private static final Duration LONG_AGO = Duration.ofDays(60);

  private record Timed(Duration at, String text) {}

  private final EventArchive archive;
  private final List<Story> stories;
  private final Instant beginning = Instant.now().minus(LONG_AGO).truncatedTo(ChronoUnit.HOURS);
  private Optional<String> last = Optional.empty();
  private long sequence;
  private long objects;
  private long orders;
  private long commits;

  /** @param stories what happens to orders, at least one */
  ArchiveFill(EventArchive archive, Collection<Story> stories) {
    if (stories.isEmpty()) {
      throw new BenchException("no order was seen in the archive from its beginning to its end, so there is nothing to fill it with");
    }
    this.archive = archive;
    this.stories = List.copyOf(stories);
  }

  /** Adds orders until it has added so many; tells how many commits it has added in all. */
  long upTo(long wanted) {
    while (orders < wanted) {
      List<String> mixed = mixed((int) Math.min(MIXED_ORDERS, wanted - orders));
      for (int from = 0; from < mixed.size(); from += LINES_IN_AN_OBJECT) {
        write(mixed.subList(from, Math.min(mixed.size(), from + LINES_IN_AN_OBJECT)));
      }
    }
    return commits;
  }

  private List<String> mixed(int count) {
    List<Timed> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Story story = stories.get((int) (orders % stories.size()));
      Duration placed = BETWEEN_ORDERS.multipliedBy(i);
      List<String> texts = story.of(UUID.nameUUIDFromBytes(("filled-" + orders).getBytes(StandardCharsets.UTF_8)).toString());
      for (int line = 0; line < texts.size(); line++) {
        lines.add(new Timed(placed.plus(Duration.between(story.lines().getFirst().at(), story.lines().get(line).at())), texts.get(line)));
      }
      orders++;
    }
    return lines.stream().sorted(Comparator.comparing(Timed::at)).map(Timed::text).toList();
  }

  private void write(List<String> texts) {
    Instant hour = beginning.plus(Duration.ofHours(objects++ / OBJECTS_IN_AN_HOUR));
    ArchiveKey key = new ArchiveKey(hour, SHARD, number(sequence + 1), number(sequence + texts.size()));
    Lines lines = archive.write(key, texts);
    archive.announce(key, last, texts.size(), lines);
    sequence += texts.size();
    last = Optional.of(key.last());
    commits += texts.size();
  }

  /** As long as those of Kinesis. */
  private static String number(long sequence) {
    return "%056d".formatted(sequence);
  }
}
